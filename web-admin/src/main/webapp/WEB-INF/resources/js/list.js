/* A list of flags: keys, selection, favourites, and what is done with all that are selected. */
(() => {
    'use strict';

    const rows = () => [...document.querySelectorAll('[data-row]')];
    const boxes = () => [...document.querySelectorAll('[data-select]')];
    const selected = () => boxes().filter(box => box.checked).map(box => box.dataset.select);
    let at = -1;
    let last = null;

    function focusRow(index) {
        const all = rows();
        at = Math.max(0, Math.min(index, all.length - 1));
        all.forEach((row, i) => row.toggleAttribute('data-focus', i === at));
        all[at]?.querySelector('.row-link').focus();
    }

    function showSelection() {
        const keys = selected();
        boxes().forEach(box => box.closest('tr').setAttribute('aria-selected', String(box.checked)));
        const bulk = document.querySelector('[data-bulk]');
        if (bulk) {
            bulk.hidden = !keys.length;
            bulk.querySelector('[data-selected]').textContent = keys.length;
            const all = document.querySelector('[data-select-all]');
            all.checked = keys.length > 0 && keys.length === boxes().length;
            all.indeterminate = keys.length > 0 && !all.checked;
        }
    }

    function select(box, range) {
        const all = boxes();
        if (range && last !== null) {
            const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
            all.slice(from, to + 1).forEach(one => { one.checked = box.checked; });
        }
        last = box;
        showSelection();
    }

    /* Does something with all that are selected; each gets its own answer. */
    function bulk(action, fields) {
        window.bulkFlags([
            { name: 'do', value: action },
            ...Object.entries(fields).map(([name, value]) => ({ name, value })),
            ...selected().map(key => ({ name: 'selected', value: key }))
        ]);
    }

    /* Production asks why, what cannot be meant by accident asks, and the rest is done. */
    function start(button) {
        const { bulkDo, target = '', productionBulk, bulkAsk } = button.dataset;
        const texts = button.closest('[data-question]').dataset;
        const place = button.textContent.trim();
        const question = window.Jackstaff.fill(texts.question, selected().length, place);
        const verb = window.Jackstaff.fill(texts.verb, selected().length, place);
        if (productionBulk === 'true') {
            window.Jackstaff.askInProduction(question, selected().join(', '), verb, reason => bulk(bulkDo, { target, reason }));
        } else if (bulkAsk !== undefined) {
            window.Jackstaff.ask(question, selected().join(', '), verb, () => bulk(bulkDo, {}));
        } else {
            bulk(bulkDo, { target });
        }
    }

    /* Opens the form of a change of all that are selected. */
    function openForm(id) {
        const dialog = document.getElementById(id);
        const form = dialog.querySelector('form');
        form.reset();
        dialog.querySelector('[data-bulk-keys]').textContent = selected().join(', ');
        const known = dialog.querySelector('datalist');
        if (known) {
            const tags = boxes().filter(box => box.checked).flatMap(box => [...box.closest('tr').querySelectorAll('.tag')]);
            known.replaceChildren(...[...new Set(tags.map(tag => tag.textContent))].map(tag => new Option(tag, tag)));
        }
        form.onsubmit = () => bulk(form.dataset.bulkFields, Object.fromEntries(new FormData(form)));
        dialog.showModal();
        form.querySelector('input').focus();
    }

    document.addEventListener('click', event => {
        const target = selector => event.target.closest(selector);
        if (target('[data-select]')) {
            select(target('[data-select]'), event.shiftKey);
        } else if (target('[data-select-all]')) {
            boxes().forEach(box => { box.checked = target('[data-select-all]').checked; });
            showSelection();
        } else if (target('[data-star]')) {
            window.starFlag([{ name: 'starred', value: target('[data-star]').dataset.star }]);
        } else if (target('[data-bulk-clear]')) {
            boxes().forEach(box => { box.checked = false; });
            showSelection();
        } else if (target('[data-bulk-do]')) {
            start(target('[data-bulk-do]'));
        } else if (target('[data-bulk-form]')) {
            openForm(target('[data-bulk-form]').dataset.bulkForm);
        } else if (target('[data-bulk-export]')) {
            const address = new URL(target('[data-bulk-export]').dataset.bulkExport, location.href);
            selected().forEach(key => address.searchParams.append('selected', key));
            location.assign(address);
        }
    });

    document.addEventListener('keydown', event => {
        if (!window.Jackstaff.isShortcut(event)) {
            return;
        }
        const row = rows()[at];
        if (event.key === 'j') {
            focusRow(at + 1);
        } else if (event.key === 'k') {
            focusRow(at - 1);
        } else if (event.key.toLowerCase() === 'x' && row?.querySelector('[data-select]')) {
            const box = row.querySelector('[data-select]');
            box.checked = !box.checked;
            select(box, event.shiftKey);
        } else if (event.key === 's' && row) {
            row.querySelector('[data-star]').click();
        } else if (event.key === 'Enter' && row && event.target.matches('body, main')) {
            row.querySelector('.row-link').click();
        }
    });

    /* After an answer of the hub the rows are new ones: nothing is selected, and the results are in sight. */
    function showAgain() {
        rows().forEach((row, i) => row.toggleAttribute('data-focus', i === at));
        last = null;
        showSelection();
        const results = document.querySelector('.bulk-results');
        results?.scrollIntoView({ block: 'nearest' });
        if (results && document.activeElement === document.getElementById('main')) {
            results.querySelector('button').focus();
        }
    }

    document.addEventListener('DOMContentLoaded', () => window.jQuery(document).on('pfAjaxComplete', showAgain));
})();
