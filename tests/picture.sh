#!/bin/bash
# The picture of the house has the boxes and the arrows that kiosk/LAYERS says. Where Graphviz puts
# them is its own affair, so nothing else is compared. Mend it with `make picture`.
cd "$(dirname "$0")/.." || exit 1
shown() {
    sed -n '/^<g id="\(node\|edge\)/,/<title>/s|^<title>\(.*\)</title>|\1|p' kiosk/layers.svg |
        sed 's/&#45;/-/g; s/&gt;/>/g' | sort
}
said() { tools/layers.sh | sed -n 's/^ *"\([^"]*\)" \[.*/\1/p; s/^ *"\(.*\)" -> "\(.*\)"/\1->\2/p' | sort; }
[ "$(said | grep -c -e '->')" -gt 30 ] || { echo "hardly an arrow is found"; exit 1; }
diff <(shown) <(said) || { echo "kiosk/layers.svg is not what kiosk/LAYERS says: make picture"; exit 1; }
