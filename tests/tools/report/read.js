/* Reads every figure that a person sees in the report and finds it in the tables, which lie in the
   same page as text. The title says how many were the same, or the first that were not. */
(function() {
'use strict';
var tables = {}, wrong = [], same = 0;

document.querySelectorAll('script[type="text/csv"]').forEach(function(script) {
  var english = document.documentElement.lang === 'en';
  script.textContent.trim().split(/\r?\n/).slice(1).forEach(function(line) {
    var f = line.split(english ? /,(?=(?:[^"]*"[^"]*")*[^"]*$)/ : /;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    f = f.map(function(x) {
      return x.replace(/^"|"$/g, '');
    });
    if (f.length !== 10) wrong.push(script.id + ': ' + line);
    tables[[script.id, f[0], f[1], f[3]].join('|')] =
        {value: f[5], low: f[6], high: f[7], masked: f[8]};
  });
});

function bare(node) {
  return node ? node.textContent.replace(/[\u00A0\u202F ,]/g, '') : '';
}

function expect(name, found, shown) {
  if (found === shown)
    same++;
  else
    wrong.push(name + ' shows ' + shown + ', table ' + found);
}

/* "< 40" stands for a masked row whose upper bound is 39, or below ten. */
function check(name, text, bounds) {
  var row = tables[name];
  if (text === '–') {
    if (row) wrong.push(name + ' is not shown');
  } else if (!row) {
    wrong.push(name + ' is in no table');
  } else if (row.masked === '1') {
    expect(
        name, row.high === '' ? 'hidden' : '<' + (Math.max(10, +row.high) + 1),
        text[0] === '<' ? text : 'hidden');
  } else {
    expect(name, row.value, text);
    if (bounds) expect(name, row.low + '–' + row.high, bounds);
  }
}

document.querySelectorAll('main > section[data-kind]').forEach(function(section) {
  var data = section.dataset;
  section.querySelectorAll('tr[data-k]').forEach(function(tr) {
    var first = tr.querySelector('td[data-s]').dataset.s, step = tr.closest('.grid').dataset.step;
    tr.querySelectorAll('td[data-s]').forEach(function(td) {
      var at = tr.dataset.d ? [td.dataset.s, step, tr.dataset.d, td.dataset.s] :
                              [td.dataset.s, data.kind, data.from, tr.dataset.k];
      check(at.join('|'), bare(td.querySelector('em')), bare(td.querySelector('small')));
    });
    tr.querySelectorAll('td[data-p]').forEach(function(td) {
      if (td.textContent)
        check(
            ['parts', data.kind, data.from, td.dataset.p + '/' + tr.dataset.k].join('|'),
            bare(td).replace('%', ''));
    });
    tr.querySelectorAll('td[data-b]').forEach(function(td) {
      check(
          [first, data.pastKind, data.pastFrom, tr.dataset.k].join('|'),
          bare(td.querySelector('em') || td));
    });
  });
});

/* The chooser shows the last month first: each of its subjects, against the table of that month. */
var subject = document.getElementById('subject'),
    months = JSON.parse(document.getElementById('data').textContent);
var last = document.querySelector('main > section[data-kind]').dataset, chosen = 0;
months.subjects.forEach(function(s, i) {
  subject.value = i;
  subject.dispatchEvent(new Event('change', {bubbles: true}));
  document.querySelectorAll('#rows tr').forEach(function(tr) {
    var id = s.id === 'visites' ? tr.dataset.k : s.id;
    check(
        [id, last.kind, last.from, tr.dataset.k].join('|'),
        bare(tr.cells[1].querySelector('em') || tr.cells[1]),
        bare(tr.cells[1].querySelector('small')));
    chosen++;
  });
});
if (document.getElementById('explore').hidden || chosen < 100)
  wrong.push('the chooser shows ' + chosen + ' rows');
document.title =
    wrong.length ? 'WRONG ' + wrong.length + ': ' + wrong.slice(0, 5).join(' / ') : 'SAME ' + same;
}());
