/* The flags that a flag needs: the form in which one is added or changed. The hub keeps the draft. */
(() => {
    'use strict';

    const FIND_DELAY = 250;
    const parameters = values => Object.entries(values).map(([name, value]) => ({ name, value }));
    let finding = 0;

    /* The button that has the focus once the form is closed, by its id. */
    let next = '';
    const editOf = flag => `edit-needed-${flag}`;

    function edit(flag) {
        next = '';
        window.editNeeded(parameters({ needed: flag }));
    }

    function close(form) {
        next = form.dataset.needed ? editOf(form.dataset.needed) : 'add-needed';
        window.closeNeeded([]);
    }

    function done(form) {
        const typed = form.querySelector('[data-needed-flag]');
        const flag = typed ? typed.value : form.dataset.needed;
        clearTimeout(finding);
        next = editOf(flag.trim());
        window.putNeeded(parameters({
            neededFlag: flag,
            adding: typed ? 'true' : '',
            neededVariants: [...form.querySelectorAll('[data-needed-variant]:checked')].map(box => box.value).join('\n')
        }));
    }

    document.addEventListener('click', event => {
        const at = selector => event.target.closest(selector);
        if (at('[data-needed-edit]')) {
            const needed = at('[data-needed-edit]').dataset.neededEdit;
            window.JackstaffRules.leave(() => edit(needed));
        } else if (at('[data-needed-remove]')) {
            const needed = at('[data-needed-remove]').dataset.neededRemove;
            window.JackstaffRules.leave(() => {
                next = 'add-needed';
                window.removeNeeded(parameters({ needed }));
            });
        } else if (at('[data-needed-done]')) {
            const form = at('[data-needed]');
            window.JackstaffRules.leave(() => done(form));
        } else if (at('[data-needed-close]')) {
            close(at('[data-needed]'));
        }
    });

    document.addEventListener('input', event => {
        if (event.target.matches('[data-needed-flag]')) {
            clearTimeout(finding);
            finding = setTimeout(() => window.findNeeded(parameters({ neededFlag: event.target.value })), FIND_DELAY);
        }
    });

    document.addEventListener('keydown', event => {
        const form = event.target.closest('[data-needed]');
        if (form && event.key === 'Escape') {
            close(form);
        } else if (form && event.key === 'Enter' && event.target.matches('input')) {
            event.preventDefault();
            done(form);
        }
    });

    /* A form that has just been opened gets the focus, and its button once it is closed; its boxes show what is chosen. */
    let known = null;

    function show() {
        const form = document.querySelector('[data-needed]');
        if (form && form !== known) {
            form.querySelector('input, button').focus();
        } else if (!form && next) {
            (document.getElementById(next) || document.getElementById('add-needed'))?.focus();
            next = '';
        }
        known = form;
        document.querySelectorAll('[data-needed-variant][data-checked="true"]').forEach(box => {
            box.checked = true;
            box.dataset.checked = '';
        });
    }

    document.addEventListener('DOMContentLoaded', () => window.jQuery(document).on('pfAjaxComplete', show));
})();
