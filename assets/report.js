/* The chooser of the report: picks two of the periods that stand in the page as numbers and says
   which is more. It estimates nothing: every number was made, and masked where it must be, when the
   page was written. */
(function() {
'use strict';
var page = JSON.parse(document.getElementById('data').textContent);
var byId = function(id) {
  return document.getElementById(id);
};
var number = new Intl.NumberFormat(page.lang);
var decimal = new Intl.NumberFormat(page.lang, {maximumFractionDigits: 1});

function key(side) {
  var kiosk = byId(side + 'k');
  return (kiosk ? kiosk.value : 0) + ':' + byId(side + 'f').value + '-' + byId(side + 't').value;
}

function months(side) {
  return byId(side + 't').value - byId(side + 'f').value;
}

function fill(select, texts, chosen, first) {
  select.textContent = '';
  texts.forEach(function(text, i) {
    if (i >= first) select.add(new Option(text, i + (select.id[1] === 't' ? 1 : 0)));
  });
  select.value = chosen;
}

/* The last month of a period cannot lie before its first. */
function follow(side) {
  var from = +byId(side + 'f').value, to = Math.max(+byId(side + 't').value, from + 1);
  fill(byId(side + 't'), page.months, to, from);
}

/* A number as the page shows it, with its bounds; of a masked one only the upper is known. */
function read(value) {
  if (value === 0 || value === undefined) return null;
  if (value === null) return {text: page.words.hidden};
  if (typeof value === 'number') return {n: Math.min(5, value), low: 0, high: value, few: true};
  return {n: value[0], low: value[1], high: value[2]};
}

function scale(v, by) {
  return v && v.text === undefined ? {n: v.n * by, low: v.low * by, high: v.high * by, few: v.few} :
                                     v;
}

/* As mask_compare: Zou and Donner 2008. */
function exceeds(a, b, strict) {
  return a.n - b.n > strict * Math.hypot(a.n - a.low, b.high - b.n);
}

function verdict(a, b, strict) {
  if (!a || !b || a.text || b.text) return 'same';
  if (exceeds(a, b, strict)) return 'more';
  return exceeds(b, a, strict) ? 'less' : 'same';
}

function cell(row, value, most, format) {
  var td = row.insertCell();
  if (!value || value.text) {
    td.textContent = value ? value.text : '–';
    return;
  }
  if (value.few) {
    var em = document.createElement('em');
    em.textContent = '<\u00A0' + format.format(Math.floor(value.high) + 1);
    td.append(em);
    return;
  }
  var bar = document.createElement('span'), full = document.createElement('i'),
      mark = document.createElement('b');
  bar.className = 'bar';
  full.style.width = 100 * value.n / most + '%';
  if (value.low === 0) full.className = 'p';
  mark.style.left = 100 * value.low / most + '%';
  mark.style.width = 100 * (Math.min(value.high, most) - value.low) / most + '%';
  bar.append(full, mark);
  var text = document.createElement('em'), bounds = document.createElement('small');
  text.textContent = format.format(value.n);
  bounds.textContent = ' ' + format.format(value.low) + '–' + format.format(value.high);
  td.append(bar, text, bounds);
}

function heading(side) {
  var kiosk = byId(side + 'k'), from = page.months[byId(side + 'f').value],
      to = page.months[byId(side + 't').value - 1];
  return (from === to ? from : from + ' – ' + to) +
      (kiosk && page.kiosks.length > 1 ? ', ' + page.kiosks[kiosk.value] : '');
}

function show() {
  follow('a');
  follow('b');
  var a = page.data[key('a')], b = page.data[key('b')], subject = +byId('subject').value,
      said = page.subjects[subject];
  var uneven = months('a') !== months('b'), format = uneven ? decimal : number,
      counts = {more: 0, less: 0, same: 0};
  var rows = byId('rows');
  rows.textContent = '';
  byId('ha').textContent = heading('a') + (uneven ? ' (' + page.words.month + ')' : '');
  byId('hb').textContent = heading('b') + (uneven ? ' (' + page.words.month + ')' : '');
  byId('result').textContent = a && b ? '' : page.words.none;
  if (!a || !b) return;
  var pairs = said.rows.map(function(row, i) {
    return {
      key: row[0],
      label: row[1],
      a: scale(read((a[subject] || [])[i]), uneven ? 1 / months('a') : 1),
      b: scale(read((b[subject] || [])[i]), uneven ? 1 / months('b') : 1)
    };
  });
  var most = pairs.reduce(function(m, p) {
    return Math.max(
        m, p.a && p.a.high && !p.a.few ? p.a.high : 0, p.b && p.b.high && !p.b.few ? p.b.high : 0);
  }, 1);
  pairs.forEach(function(p) {
    if (!p.a && !p.b) return;
    var row = rows.insertRow(),
        head = document.createElement('th'), is = verdict(p.a, p.b, said.strict);
    head.scope = 'row';
    head.textContent = p.label;
    row.dataset.k = p.key;
    row.append(head);
    cell(row, p.a, most, format);
    cell(row, p.b, most, format);
    var last = row.insertCell();
    last.className = is;
    last.textContent = page.words[is];
    counts[is]++;
  });
  byId('result').textContent = ['more', 'less', 'same']
                                   .filter(function(v) {
                                     return counts[v];
                                   })
                                   .map(function(v) {
                                     return page.words[v] + ' : ' + counts[v];
                                   })
                                   .join(' · ');
}

/* The last month beside the one before it; with one month, beside itself. */
function begin() {
  var count = page.months.length, last = count - 1, before = Math.max(0, last - 1);
  while (last > 0 && !page.data['0:' + last + '-' + (last + 1)]) last--;
  [['a', last], ['b', before]].forEach(function(side) {
    fill(byId(side[0] + 'f'), page.months, side[1], 0);
    fill(byId(side[0] + 't'), page.months, side[1] + 1, side[1]);
    if (byId(side[0] + 'k')) fill(byId(side[0] + 'k'), page.kiosks, 0, 0);
  });
  fill(
      byId('subject'), page.subjects.map(function(s) {
        return s.title;
      }),
      0, 0);
  document.querySelector('#explore form').addEventListener('change', show);
  byId('explore').hidden = false;
  show();
}

begin();
}());
