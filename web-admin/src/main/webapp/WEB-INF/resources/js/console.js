/* What every page does in the browser: theme, menus, dialogs, copying, messages, and a hub that is away. */
(() => {
    'use strict';

    const root = document.documentElement;
    const A_YEAR = 31536000;
    const TOAST_LIFE = 10000;
    const GAP = 4;

    const actions = {
        theme() {
            const dark = root.dataset.theme === 'dark'
                || (root.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
            const choice = dark ? 'light' : 'dark';
            root.dataset.theme = choice;
            document.cookie = `jackstaff-theme=${choice}; path=/; max-age=${A_YEAR}; samesite=lax`;
        },
        navigation() { showNavigation(document.body.dataset.nav !== 'open'); },
        'close-navigation'() { showNavigation(false); },
        'close-dialog'(button) { button.closest('dialog').close(); },
        'close-toast'(button) { button.closest('.toast').remove(); },
        'close-results'(button) { button.closest('.bulk-results').remove(); },
        'copy-link'(button) {
            navigator.clipboard.writeText(new URL(button.dataset.link, location.href).href)
                .then(() => say(button.dataset.copied));
        },
        copy(button) {
            const source = document.querySelector(button.dataset.copy);
            const text = source.dataset.value || source.textContent.trim();
            navigator.clipboard.writeText(text).then(() => {
                if (button.dataset.copied) {
                    button.setAttribute('aria-label', button.dataset.copied);
                }
                say(button.dataset.copied);
            }, () => getSelection().selectAllChildren(source));
        }
    };

    function showNavigation(open) {
        document.body.dataset.nav = open ? 'open' : 'closed';
        document.querySelector('.menu-button').setAttribute('aria-expanded', String(open));
        document.querySelector('.shade').hidden = !open;
    }

    /* A message of the page's own, in the place of the hub's, which an answer of the hub replaces. */
    const said = new Set();

    function say(text) {
        const toast = document.createElement('div');
        toast.className = 'toast';
        toast.setAttribute('role', 'status');
        toast.dataset.toast = 'go';
        toast.textContent = text;
        said.add(toast);
        showSaid();
        bringForward();
        retire(toast);
        setTimeout(() => said.delete(toast), TOAST_LIFE);
    }

    function showSaid() {
        document.querySelector('.toasts').append(...said);
    }

    /* Messages are inside the dialog that is open: the page behind it is dimmed, and nothing there can be pressed. */
    function bringForward() {
        const dialog = [...document.querySelectorAll('dialog[open]')].pop();
        if (dialog) {
            dialog.prepend(document.getElementById('unreachable'));
            dialog.append(document.querySelector('.toasts'));
        }
    }

    /* Puts them back, also before an answer draws anew what they are in. */
    function bringBack() {
        if (document.querySelector('dialog .toasts')) {
            document.getElementById('banners').prepend(document.getElementById('unreachable'));
            document.getElementById('notices').append(document.querySelector('.toasts'));
        }
    }

    function retire(toast) {
        if (toast.dataset.toast === 'go' && !toast.dataset.leaving) {
            toast.dataset.leaving = 'true';
            leave(toast);
        }
    }

    /* A message stays while somebody is at it. */
    function leave(toast) {
        setTimeout(() => (toast.matches(':hover, :focus-within') ? leave(toast) : toast.remove()), TOAST_LIFE);
    }

    /* Puts a menu below its button, or above it where there is no room. */
    function place(menu) {
        const button = document.querySelector(`[popovertarget="${menu.id}"]`);
        const at = button.getBoundingClientRect();
        const size = menu.getBoundingClientRect();
        const below = at.bottom + GAP + size.height <= innerHeight || at.top < size.height;
        const left = Math.min(at.left, innerWidth - size.width - GAP);
        menu.style.top = `${below ? at.bottom + GAP : at.top - GAP - size.height}px`;
        menu.style.left = `${Math.max(GAP, left)}px`;
    }

    document.addEventListener('click', event => {
        const button = event.target.closest('[data-action]');
        if (button && actions[button.dataset.action]) {
            actions[button.dataset.action](button);
        }
        const command = event.target.closest('[data-command]');
        if (command) {
            const { value } = command.dataset;
            window[command.dataset.command](value === undefined ? [] : [{ name: 'value', value }]);
        }
        const flipped = event.target.closest('.switch');
        if (flipped) {
            flip(flipped);
        }
        const asked = event.target.closest('[data-confirm]');
        if (asked) {
            confirm(asked);
        }
        const undone = event.target.closest('[data-undo]');
        if (undone) {
            window.undoChange([{ name: 'change', value: undone.dataset.undo }]);
            (undone.closest('.toast, .bulk-results')).remove();
        }
        const opener = event.target.closest('[data-dialog]');
        if (opener) {
            openDialog(document.getElementById(opener.dataset.dialog));
        }
        if (event.target.closest('.menu .menu-item')) {
            event.target.closest('.menu').hidePopover?.();
        }
    });

    /* A dialog that names a key does what it says only once that is typed. */
    function openDialog(dialog) {
        dialog.showModal();
        checkTyped(dialog);
    }

    function checkTyped(dialog) {
        const typed = dialog.querySelector('[data-typed-key]');
        if (typed) {
            dialog.querySelector('.dialog-foot .btn-danger-solid').disabled = typed.value !== dialog.dataset.typed;
        }
    }

    document.addEventListener('input', event => {
        const dialog = event.target.closest('dialog[data-typed]');
        if (dialog) {
            checkTyped(dialog);
        }
        const picks = event.target.dataset.picks;
        if (picks) {
            event.target.closest('fieldset').querySelector(`input[type="radio"][value="${picks}"]`).checked = true;
        }
    });

    /* Where the tabs are wider than the page, the current one is in sight. */
    function showCurrentTab(tabs) {
        const current = tabs.querySelector('[aria-current="page"]');
        if (current) {
            tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
        }
    }

    /* Filters: a search goes off while it is typed, a box when it is ticked. */
    const SEARCH_DELAY = 300;
    let searching = 0;

    document.addEventListener('input', event => {
        if (event.target.matches('[data-search]')) {
            clearTimeout(searching);
            searching = setTimeout(() => event.target.form.requestSubmit(), SEARCH_DELAY);
        } else if (event.target.matches('[data-submit]')) {
            event.target.form.requestSubmit();
        } else if (event.target.matches('[data-go]')) {
            sessionStorage.setItem(WENT, event.target.id);
            location.assign(event.target.dataset.go);
        }
    });

    /* A box that leads to another page has the focus there too. */
    const WENT = 'jackstaff-went';

    document.addEventListener('DOMContentLoaded', () => {
        document.getElementById(sessionStorage.getItem(WENT))?.focus();
        sessionStorage.removeItem(WENT);
    });

    /* Keys of every page: / goes to the search, z takes the last change back, ? shows all keys, g and a letter go to a page. */
    const A_SECOND = 1000;
    let going = 0;

    /* Whether a key is a shortcut: not in a field or a dialog, and not with Ctrl. */
    function isShortcut(event) {
        const field = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog');
        return !field && !event.ctrlKey && !event.metaKey && !event.altKey && document.body.dataset.keys !== 'off';
    }

    document.addEventListener('keydown', event => {
        if (!isShortcut(event)) {
            return;
        }
        const search = document.querySelector('[data-search]');
        const page = event.timeStamp - going < A_SECOND && document.querySelector(`.nav [data-key="${CSS.escape(event.key)}"]`);
        going = event.key === 'g' ? event.timeStamp : 0;
        if (page) {
            location.assign(page.href);
        } else if (event.key === '/' && search) {
            event.preventDefault();
            search.focus();
        } else if (event.key === 'z') {
            [...document.querySelectorAll('.toast [data-undo]')].pop()?.click();
        } else if (event.key === '?') {
            document.getElementById('keys-sheet').showModal();
        }
    });

    /* Ctrl Enter opens the review of a draft, unless something else is open. */
    document.addEventListener('keydown', event => {
        const review = document.querySelector('.draft [aria-keyshortcuts="Control+Enter"]');
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && review && !document.querySelector('dialog[open], .rule-edit, .prereq-edit')) {
            event.preventDefault();
            review.click();
        }
    });

    /* Lines of a form of which there may be any number, such as the variants of a new flag. */
    document.addEventListener('click', event => {
        const add = event.target.closest('[data-add-line]');
        if (add) {
            const lines = add.closest('fieldset').querySelector('[data-lines]');
            lines.append(lines.querySelector('template').content.cloneNode(true));
            lines.lastElementChild.querySelector('input').focus();
        }
        event.target.closest('[data-remove-line]')?.parentElement.remove();
    });

    /* The line numbers of an editor follow its text. */
    document.addEventListener('input', event => {
        const lines = event.target.closest('.editor')?.querySelector('.editor-lines');
        if (lines && event.target.matches('textarea')) {
            const count = event.target.value.split('\n').length;
            lines.replaceChildren(...Array.from({ length: count }, (_, at) => {
                const line = document.createElement('li');
                line.textContent = String(at + 1);
                return line;
            }));
            event.target.rows = Math.max(count, 2);
        }
    });

    function showVariants() {
        document.querySelectorAll('[data-variants]').forEach(part => {
            const whole = document.getElementById(part.dataset.variants).value === 'BOOLEAN';
            part.querySelector('[data-boolean]').hidden = !whole;
            part.querySelector('[data-lines]').hidden = whole;
            part.querySelector('[data-add-line]').hidden = whole;
        });
    }

    document.addEventListener('change', showVariants);
    document.addEventListener('DOMContentLoaded', showVariants);

    document.addEventListener('toggle', event => {
        if (event.target.matches?.('.menu[popover]') && event.newState === 'open') {
            place(event.target);
            event.target.querySelector('a, button, input:not([type=hidden]), select')?.focus();
        }
    }, true);

    /* Fills a text of the hub's bundle. */
    const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, at) => values[at] ?? whole);

    /* Moves a switch; one of production after a question. */
    function flip(button) {
        const { productionSwitch, name } = button.dataset;
        if (productionSwitch !== 'true' && !button.closest('td.production')) {
            sendFlip(button, '');
            return;
        }
        const to = button.getAttribute('aria-checked') === 'true' ? 'off' : 'on';
        const place = name || button.closest('td').dataset.label;
        const texts = document.getElementById('confirm-switch').dataset;
        askInProduction(
            fill(to === 'on' ? texts.questionOn : texts.questionOff, flagOf(button), place),
            '',
            fill(to === 'on' ? texts.verbOn : texts.verbOff, place),
            reason => sendFlip(button, reason));
    }

    /* In the list of flags, the row says which flag a switch is of, and the head of its column which environment. */
    const placeOf = button => button.dataset.in
        || button.closest('table').tHead.rows[0].cells[button.closest('td').cellIndex].dataset.column;
    const flagOf = button => button.dataset.switch || button.closest('[data-row]').dataset.row;

    /* Asks before something is done in production, and why; the button says what it does. */
    function askInProduction(question, text, verb, then) {
        const dialog = document.getElementById('confirm-switch');
        document.getElementById('confirm-switch-title').textContent = question;
        document.getElementById('confirm-switch-text').textContent = text;
        document.getElementById('confirm-switch-text').hidden = !text;
        document.getElementById('confirm-switch-do').textContent = verb;
        const reason = document.getElementById('confirm-switch-reason');
        reason.value = '';
        dialog.querySelector('form').onsubmit = () => then(reason.value);
        dialog.showModal();
        reason.focus();
    }

    function sendFlip(button, reason) {
        button.setAttribute('aria-busy', 'true');
        button.focus();
        window.flipSwitch([
            { name: 'switchedFlag', value: flagOf(button) },
            { name: 'switchedEnvironment', value: placeOf(button) },
            { name: 'wanted', value: String(button.getAttribute('aria-checked') !== 'true') },
            { name: 'reason', value: reason }
        ]);
    }

    /* Asks before something dangerous is done; where there is a key, it has to be typed. */
    function ask(question, text, verb, then, key) {
        const dialog = document.getElementById('confirm');
        document.getElementById('confirm-title').textContent = question;
        document.getElementById('confirm-text').textContent = text || '';
        document.getElementById('confirm-key').textContent = key || '';
        document.getElementById('confirm-type').hidden = !key;
        const typed = document.getElementById('confirm-typed');
        const go = document.getElementById('confirm-do');
        go.textContent = verb;
        typed.value = '';
        go.disabled = Boolean(key);
        typed.oninput = () => { go.disabled = typed.value !== key; };
        dialog.querySelector('form').onsubmit = then;
        dialog.showModal();
        (key ? typed : dialog.querySelector('.dialog-foot .btn')).focus();
    }

    function confirm(button) {
        const { question, text, verb, key, value, confirm: command } = button.dataset;
        ask(question, text, verb, () => window[command]([{ name: 'value', value: value || '' }]), key);
    }

    /* The second click of a double click does nothing, once the first has sent a request. */
    let sent = false;

    document.addEventListener('click', event => {
        if (event.detail > 1 && sent) {
            event.preventDefault();
            event.stopImmediatePropagation();
        } else if (event.detail === 1) {
            sent = false;
        }
    }, true);

    /* Gives the focus back to what sent a request and was replaced by its answer; to the page if that is gone. */
    let sender = null;
    let sideways = 0;

    /* How an element is found again once its part of the page was replaced: by its id, or by its row and cell. */
    function selectorOf(element) {
        const row = element.closest('[data-row]');
        if (row && element.matches('.switch')) {
            return `[data-row="${CSS.escape(row.dataset.row)}"] td:nth-child(${element.closest('td').cellIndex + 1}) .switch`;
        }
        return element.id && `#${CSS.escape(element.id)}`;
    }

    function rememberSender() {
        const element = document.activeElement;
        sender = element && element !== document.body ? selectorOf(element) : null;
        sideways = document.querySelector('.table-sideways')?.scrollLeft || 0;
        sent = true;
    }

    function keepFocus() {
        document.querySelectorAll('.table-sideways').forEach(box => { box.scrollLeft = sideways; });
        showChoices();
        if (sent && document.activeElement === document.body) {
            const back = sender && document.querySelector(sender);
            (back && !back.disabled ? back : document.getElementById('main')).focus({ preventScroll: true });
        }
        showSaid();
        document.querySelectorAll('.toast').forEach(retire);
        document.querySelectorAll('.switch[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
        const drawer = document.getElementById('save-drawer');
        if (drawer && !drawer.open && drawer.querySelector('form')) {
            drawer.showModal();
        }
        markErrors();
        bringForward();
    }

    /* A field beside which there is an error says so itself. */
    function markErrors() {
        document.querySelectorAll('.error-of').forEach(part => {
            const field = document.getElementById(part.id.replace(/Error$/, ''));
            const described = (field?.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
            if (field && part.textContent.trim()) {
                field.setAttribute('aria-invalid', 'true');
                field.setAttribute('aria-describedby', [...new Set([...described, part.id])].join(' '));
            } else if (described.includes(part.id)) {
                const others = described.filter(id => id !== part.id).join(' ');
                field.removeAttribute('aria-invalid');
                field.toggleAttribute('aria-describedby', Boolean(others));
                if (others) {
                    field.setAttribute('aria-describedby', others);
                }
            }
        });
    }

    /* Sets what a page cannot say without attributes that are there or not. */
    function showChoices() {
        document.querySelectorAll('[data-checked="true"]').forEach(box => { box.checked = true; });
        document.querySelectorAll('select[data-value]').forEach(field => { field.value = field.dataset.value; });
    }

    function closeUnlessRefused(args, id) {
        if (!args || !args.validationFailed) {
            const dialog = document.getElementById(id);
            dialog?.close();
            emptyDrawer(dialog);
        }
    }

    /* A drawer that is closed shows nothing, so that no later answer opens it again. */
    function emptyDrawer(dialog) {
        if (dialog?.matches('#save-drawer')) {
            dialog.querySelector('form')?.remove();
        }
    }

    document.addEventListener('close', event => {
        emptyDrawer(event.target);
        bringBack();
    }, true);

    document.addEventListener('DOMContentLoaded', () => {
        document.querySelectorAll('.toast').forEach(retire);
        document.querySelectorAll('.tabs').forEach(showCurrentTab);
        showChoices();
        const search = document.querySelector('[data-search]');
        if (search && search.value) {
            search.focus();
            search.setSelectionRange(search.value.length, search.value.length);
        }
        document.querySelectorAll('dialog[data-open="true"]').forEach(dialog => dialog.showModal());
        if (window.jQuery) {
            window.jQuery(document)
                .on('pfAjaxSend', rememberSender)
                .on('pfAjaxSuccess', () => {
                    document.getElementById('unreachable').hidden = true;
                    bringBack();
                })
                .on('pfAjaxError', () => { document.getElementById('unreachable').hidden = false; })
                .on('pfAjaxComplete', keepFocus);
        }
    });

    window.Jackstaff = { actions, ask, askInProduction, fill, isShortcut, say, closeUnlessRefused };
})();
