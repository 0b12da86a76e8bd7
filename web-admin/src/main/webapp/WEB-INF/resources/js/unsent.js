/* What is typed and not sent is kept in the browser, by person and page, until it is sent: a session may end meanwhile. */
(() => {
    'use strict';

    const PREFIX = 'jackstaff-unsent:';
    const LIFE = 86400000;
    const KEEP_DELAY = 300;

    const person = () => document.body.dataset.person || '';
    const keyOf = name => `${PREFIX}${person()}:${location.pathname}${location.search}:${name}`;

    function keep(name, value) {
        try {
            localStorage.setItem(keyOf(name), JSON.stringify({ at: Date.now(), value }));
        } catch {
            // There is no room, or it is forbidden: nothing is kept.
        }
    }

    function find(name) {
        try {
            const kept = JSON.parse(localStorage.getItem(keyOf(name)));
            return kept && Date.now() - kept.at < LIFE ? kept.value : null;
        } catch {
            return null;
        }
    }

    function drop(name) {
        try {
            localStorage.removeItem(keyOf(name));
        } catch {
            // Nothing was kept.
        }
    }

    function dropAll(expired) {
        try {
            Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).forEach(key => {
                if (!expired || Date.now() - JSON.parse(localStorage.getItem(key)).at >= LIFE) {
                    localStorage.removeItem(key);
                }
            });
        } catch {
            // Nothing was kept.
        }
    }

    /* What is on its way is forgotten once the hub has accepted it. */
    let sent = null;

    function send(name) {
        sent = name;
    }

    function accept(event, xhr) {
        const away = !xhr || xhr.status !== 200 || /<redirect[^>]*login\.xhtml/.test(xhr.responseText || '');
        if (sent && !away && !xhr.pfArgs?.validationFailed) {
            drop(sent);
        }
        sent = null;
    }

    function say() {
        window.Jackstaff.say(document.body.dataset.restored);
    }

    /* ------------------------------------------------------------ Forms */
    const fieldsOf = form => [...form.elements].filter(field => field.name && !field.closest('template')
        && !/^jakarta\.faces/.test(field.name) && !['password', 'submit', 'button', 'file'].includes(field.type));

    function valuesOf(form) {
        const values = {};
        fieldsOf(form).forEach(field => {
            const box = ['checkbox', 'radio'].includes(field.type);
            (values[field.name] ||= []).push(box ? field.checked : field.value);
        });
        return values;
    }

    function fill(form, values) {
        form.querySelectorAll('[data-lines]').forEach(lines => {
            const name = lines.querySelector('template')?.content.querySelector('[name]')?.name;
            const wanted = values[name]?.length || 0;
            while (name && form.querySelectorAll(`[name="${name}"]`).length < wanted) {
                lines.append(lines.querySelector('template').content.cloneNode(true));
            }
        });
        const next = {};
        fieldsOf(form).forEach(field => {
            const at = next[field.name] || 0;
            next[field.name] = at + 1;
            const value = values[field.name]?.[at];
            if (typeof value === 'boolean') {
                field.checked = value;
            } else if (value !== undefined) {
                field.value = value;
            }
        });
    }

    let keeping = 0;
    let typedIn = null;

    function keepTyped() {
        clearTimeout(keeping);
        if (typedIn) {
            keep(typedIn.id, valuesOf(typedIn));
            typedIn = null;
        }
    }

    document.addEventListener('input', event => {
        const form = event.target.closest('form[data-keep]');
        if (form) {
            clearTimeout(keeping);
            typedIn = form;
            keeping = setTimeout(keepTyped, KEEP_DELAY);
        }
    });

    /* Forms that stand as they were typed in: those that an answer has drawn anew are filled again. */
    const filled = new WeakSet();

    function refill() {
        document.querySelectorAll('form[data-keep]').forEach(form => {
            const values = filled.has(form) ? null : find(form.id);
            filled.add(form);
            if (values) {
                fill(form, values);
            }
        });
    }

    document.addEventListener('click', event => {
        const button = event.target.closest('form[data-keep] button[type="submit"]');
        if (button) {
            typedIn = button.form;
            keepTyped();
            send(button.form.id);
        }
    }, true);

    /* Who closes a dialog does not want what is in it. */
    document.addEventListener('close', event => {
        const form = event.target.querySelector('form[data-keep]');
        if (form) {
            clearTimeout(keeping);
            typedIn = null;
            drop(form.id);
        }
    }, true);

    document.addEventListener('submit', event => {
        if (event.target.id === 'session') {
            dropAll(false);
        }
    });

    document.addEventListener('DOMContentLoaded', () => {
        dropAll(true);
        document.querySelectorAll('form[data-keep]').forEach(form => {
            const values = find(form.id);
            filled.add(form);
            if (values) {
                fill(form, values);
                form.closest('dialog')?.showModal();
                say();
            }
        });
        window.jQuery?.(document).on('pfAjaxSend', keepTyped).on('pfAjaxComplete', (event, xhr) => {
            accept(event, xhr);
            refill();
        });
    });

    window.Jackstaff.unsent = { keep, find, drop, send, say };
})();
