/* What stands in the file in another shape than its field has: it is shown as it is written and
   left alone, for a control could only lose it. */
#include "tools/studio/entry_form_parts.h"

#include <stddef.h>
#include <strings.h>

static bool all_are(const YamlNode *node, YamlKind kind) {
    for (const YamlNode *child = node->first; child; child = child->next)
        if (child->kind != kind)
            return false;
    return true;
}

/* A text, or one in each language. */
static bool is_words(const YamlNode *node) {
    return node->kind == YAML_SCALAR || (node->kind == YAML_MAP && all_are(node, YAML_SCALAR));
}

static bool all_words(const YamlNode *list) {
    for (const YamlNode *child = list->first; child; child = child->next)
        if (!is_words(child))
            return false;
    return true;
}

static bool is_one_of(Slice text, const char *const *words) {
    for (int i = 0; words[i]; i++)
        if (strcasecmp(text.at, words[i]) == 0)
            return true;
    return false;
}

/* As people write it; "true" is what will stand there. */
bool entry_form_is_yes(Slice text) {
    static const char *const YES[] = {"true", "yes", "oui", "vrai", "on", "y", "1", NULL};
    return is_one_of(text, YES);
}

static bool is_flag(const YamlNode *node) {
    static const char *const NO[] = {"false", "no", "non", "faux", "off", "n", "0", NULL};
    return node->kind == YAML_SCALAR &&
           (entry_form_is_yes(node->text) || is_one_of(node->text, NO));
}

bool entry_form_fits(const FormField *f, const YamlNode *node) {
    if (!node || (node->kind == YAML_SCALAR && !node->text.len))
        return true;
    switch (f->shape) {
    case SHAPE_RAW:
        return true;
    case SHAPE_WORDS:
        return is_words(node);
    case SHAPE_FLAG:
        return is_flag(node);
    case SHAPE_PICKS:
    case SHAPE_PICK_ROWS:
        return node->kind == YAML_LIST && all_are(node, YAML_SCALAR);
    case SHAPE_WORD_ROWS:
        return node->kind == YAML_LIST && all_words(node);
    case SHAPE_ROWS:
        return node->kind == YAML_LIST && all_are(node, YAML_MAP);
    case SHAPE_NUMBERS:
        return node->kind == YAML_MAP && all_are(node, YAML_SCALAR);
    case SHAPE_GROUP:
        return node->kind == YAML_MAP;
    default:
        return node->kind == YAML_SCALAR;
    }
}
