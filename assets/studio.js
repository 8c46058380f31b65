/* What a page does by itself: it counts signs, lets rows be dragged, takes a file that is dropped, and asks before what was typed
   is lost. Everything can be done without it. */
'use strict';

for (const input of document.querySelectorAll('input[type=text],textarea')) {
    const count = input.nextElementSibling;
    if (!count || !count.dataset.most)
        continue;
    input.addEventListener('input', () => {
        const signs = [...input.value].length;
        count.textContent = signs + ' / ' + count.dataset.most;
        count.classList.toggle('over', signs > Number(count.dataset.most));
    });
}

// A page that is shown again, with a row more or less, stays where it was.
const place = sessionStorage.getItem('place');
sessionStorage.removeItem('place');
if (place)
    scrollTo(0, Number(place));
for (const button of document.querySelectorAll('button[name=do]'))
    button.addEventListener('click', () => {
        if (button.value.includes('/'))
            sessionStorage.setItem('place', scrollY);
    });

// What a page brings back without having kept it is not to be lost either.
let changed = document.querySelector('[data-unsaved]') !== null, dragged = null;
const moved = document.querySelector('.moved');

for (const form of document.querySelectorAll('form')) {
    form.addEventListener('input', () => { changed = true; });
    form.addEventListener('submit', () => { changed = false; });
}
addEventListener('beforeunload', event => {
    if (changed)
        event.preventDefault();
});

for (const item of document.querySelectorAll('[draggable=true]')) {
    // A link would be dragged by itself, without what it stands in.
    for (const link of item.querySelectorAll('a'))
        link.draggable = false;
    item.addEventListener('dragstart', event => {
        if (event.target !== item)
            return;
        dragged = item;
        item.classList.add('dragged');
        event.dataTransfer.effectAllowed = 'move';
        event.stopPropagation();
    });
    item.addEventListener('dragend', () => {
        item.classList.remove('dragged');
        dragged = null;
    });
    item.addEventListener('dragover', event => {
        if (!dragged || dragged === item || dragged.parentNode !== item.parentNode)
            return;
        event.preventDefault();
        const box = item.getBoundingClientRect();
        item.parentNode.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? item : item.nextSibling);
        changed = true;
        if (moved)
            moved.hidden = false;
    });
    for (const field of item.querySelectorAll('input,textarea,select')) {
        field.addEventListener('focus', () => { item.draggable = false; });
        field.addEventListener('blur', () => { item.draggable = true; });
    }
}

for (const drop of document.querySelectorAll('.drop')) {
    const input = drop.querySelector('input[type=file]');
    drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('over'); });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', event => {
        event.preventDefault();
        drop.classList.remove('over');
        input.files = event.dataTransfer.files;
    });
}

// Who types a folder means it.
const target = document.querySelector('#target'), folder = document.querySelector('input[name=stick][value=""]');
if (target && folder)
    target.addEventListener('input', () => { folder.checked = true; });
