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

    function bulk(button) {
        const parameters = [
            { name: 'do', value: button.dataset.bulkDo },
            { name: 'in', value: button.dataset.in || '' },
            ...selected().map(key => ({ name: 'selected', value: key }))
        ];
        window.bulkFlags(parameters);
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
            const button = target('[data-bulk-do]');
            if (button.dataset.productionBulk === 'true') {
                window.Jackstaff.ask(`${button.dataset.verb}: ${selected().length}`, selected().join(', '), button.dataset.verb, () => bulk(button));
            } else {
                bulk(button);
            }
        }
    });

    document.addEventListener('keydown', event => {
        if (event.target.closest('input:not([type=checkbox]), textarea, select, dialog') || event.ctrlKey || event.metaKey || event.altKey) {
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
        }
    });

    document.addEventListener('DOMContentLoaded', () => window.jQuery(document).on('pfAjaxComplete', showSelection));
})();
