/* The rules of a flag: the form in which one is edited, and their order. The hub words the sentences and keeps the draft. */
(() => {
    'use strict';

    const PERCENT = 100;
    const WHOLE = 10000;
    const SAY_DELAY = 250;

    const { copyOf, field, joinOf, addPart, readParts, findUnfit } = window.JackstaffConditions;

    /* ------------------------------------------------------------ Rule */
    function choose(form, part, value) {
        const name = `${part}-${Math.random().toString(36).slice(2)}`;
        form.querySelectorAll(`[data-part="${part}"] .seg input`).forEach(radio => {
            radio.name = name;
            radio.checked = radio.value === value;
        });
    }

    const chosen = (form, part) => form.querySelector(`[data-part="${part}"] .seg input:checked`).value;

    function build(body) {
        const rule = JSON.parse(body.dataset.definition);
        const whole = body.dataset.of === 'else';
        body.append(copyOf('rule-form'));
        body.querySelectorAll('[data-part="who"], [data-part="rollout"], [data-part="notes"]').forEach(part => { part.hidden = whole; });
        body.querySelector('[data-part="off"]').hidden = !whole;
        body.dataset.rule = JSON.stringify(rule);

        const condition = rule.condition || { all: [] };
        const join = joinOf(condition);
        choose(body, 'who', join || 'all');
        const parts = body.querySelector('[data-part="who"] [data-parts]');
        (join ? condition[join] : [condition]).forEach(part => addPart(parts, part));

        const rollout = rule.rollout || {};
        const percent = (rollout.basisPoints ?? WHOLE) / PERCENT;
        field(body, 'percent').value = percent;
        field(body, 'slider').value = percent;
        field(body, 'stickiness').value = rollout.stickiness || 'default';
        field(body, 'name').value = rule.name || '';
        field(body, 'note').value = rule.note || '';
        field(body, 'off').value = body.dataset.off || '';
        fillOutcome(body, rule.outcome);
        body.dataset.filled = typedIn(body);
    }

    const typedIn = body => JSON.stringify([read(body), field(body, 'off').value]);

    function fillOutcome(body, outcome) {
        const kind = ['serve', 'split'].find(one => one in outcome) || 'off';
        choose(body, 'serve', kind);
        if (kind === 'serve') {
            field(body, 'variant').value = outcome.serve;
        }
        const shares = outcome.split || [];
        const sum = shares.reduce((total, share) => total + share.weight, 0);
        body.querySelectorAll('[data-weight]').forEach(line => {
            const share = shares.find(one => one.variant === line.dataset.weight);
            line.querySelector('input').value = share && sum ? Math.round(share.weight * WHOLE / sum) / PERCENT : 0;
        });
        field(body, 'splitStickiness').value = outcome.stickiness || 'default';
        body.dataset.split = JSON.stringify(shares);
        body.dataset.splitFilled = JSON.stringify(weights(body));
        showOutcome(body);
    }

    function showOutcome(body) {
        const kind = chosen(body, 'serve');
        body.querySelectorAll('[data-outcome]').forEach(part => { part.hidden = part.dataset.outcome !== kind; });
        body.querySelector('[data-sum]').hidden = kind !== 'split' || weightSum(body) === WHOLE;
    }

    function weights(body) {
        return [...body.querySelectorAll('[data-weight]')].map(line => ({
            variant: line.dataset.weight,
            weight: Math.round(Number(line.querySelector('input').value) * PERCENT)
        }));
    }

    const weightSum = body => weights(body).reduce((total, share) => total + share.weight, 0);

    function splitEvenly(body) {
        const lines = [...body.querySelectorAll('[data-weight] input')];
        const each = Math.floor(WHOLE / lines.length);
        lines.forEach((input, at) => {
            input.value = (each + (at < WHOLE - each * lines.length ? 1 : 0)) / PERCENT;
        });
    }

    function readOutcome(body) {
        const kind = chosen(body, 'serve');
        if (kind === 'serve') {
            return { serve: field(body, 'variant').value };
        }
        if (kind === 'off') {
            return { off: true };
        }
        const same = JSON.stringify(weights(body)) === body.dataset.splitFilled;
        const shares = same ? JSON.parse(body.dataset.split) : weights(body).filter(share => share.weight > 0);
        const outcome = { split: shares };
        const stickiness = field(body, 'splitStickiness').value.trim() || 'default';
        const before = JSON.parse(body.dataset.rule).outcome;
        if (stickiness !== 'default') {
            outcome.stickiness = stickiness;
        }
        if (before.group) {
            outcome.group = before.group;
        }
        return outcome;
    }

    function read(body) {
        const before = JSON.parse(body.dataset.rule);
        const rule = { outcome: readOutcome(body) };
        if (body.dataset.of === 'else') {
            return rule;
        }
        if (before.id) {
            rule.id = before.id;
        }
        if (before.enabled === false) {
            rule.enabled = false;
        }
        const join = chosen(body, 'who');
        const parts = readParts(body.querySelector('[data-part="who"] [data-parts]'));
        if (parts.length === 1 && join !== 'none') {
            rule.condition = parts[0];
        } else if (parts.length) {
            rule.condition = { [join]: parts };
        }
        const basisPoints = Math.round(Number(field(body, 'percent').value) * PERCENT);
        const stickiness = field(body, 'stickiness').value.trim() || 'default';
        const group = before.rollout?.group;
        if (basisPoints !== WHOLE || stickiness !== 'default' || group) {
            rule.rollout = { basisPoints };
            if (stickiness !== 'default') {
                rule.rollout.stickiness = stickiness;
            }
            if (group) {
                rule.rollout.group = group;
            }
        }
        ['name', 'note'].forEach(name => {
            if (field(body, name).value.trim()) {
                rule[name] = field(body, name).value.trim();
            }
        });
        return rule;
    }

    /* ------------------------------------------------------------ To the hub */
    const parameters = values => Object.entries(values).map(([name, value]) => ({ name, value }));

    function send(command, body) {
        window[command](parameters({
            of: body.dataset.of,
            definition: JSON.stringify(read(body)),
            offVariant: field(body, 'off').value
        }));
    }

    const opened = () => document.querySelector('.rule-edit-body');

    let saying = 0;

    function sayLater() {
        clearTimeout(saying);
        saying = setTimeout(() => {
            const body = opened();
            if (body) {
                keep(body);
                send('sayRule', body);
            }
        }, SAY_DELAY);
    }

    /* ------------------------------------------------------------ What is typed and not sent */
    const { unsent } = window.Jackstaff;
    let restored = null;

    /* The revisions that the page showed when what is typed was begun. */
    const seen = () => document.querySelector('[name="seen"][form="commands"]');

    function keep(body) {
        const id = body.dataset.of === 'else' ? 'else' : JSON.parse(body.dataset.rule).id || 'new';
        const definition = JSON.stringify(read(body));
        unsent.keep('rule', { id, definition, off: field(body, 'off').value, seen: seen().value });
    }

    const READY_DELAY = 50;

    /* Opens the form again that was open when the session ended, as soon as forms can be sent: they get their nonce late. */
    function restore() {
        if (!document.querySelector('#commands [name="primefaces.nonce"]')) {
            setTimeout(restore, READY_DELAY);
            return;
        }
        restored = unsent.find('rule');
        unsent.drop('rule');
        if (restored && document.querySelector('[data-rule-edit]')) {
            window.editRule(parameters({ rule: restored.id }));
        }
    }

    /* The button that a form was opened with, which has the focus once it is closed; null stands for the last rule's. */
    let left;

    function placeOf(body, ofNew) {
        if (!body) {
            return undefined;
        }
        const id = body.dataset.of === 'else' ? 'else' : JSON.parse(body.dataset.rule).id;
        return id ? `edit-${id}` : ofNew;
    }

    function giveFocusBack() {
        if (left !== undefined && !opened()) {
            const last = [...document.querySelectorAll('[data-rules] > [data-rule] [data-rule-edit]')].pop();
            (left ? document.getElementById(left) : last)?.focus();
            left = undefined;
        }
    }

    /* Goes on at once, or after a question if that would lose what is typed in the form that is open. */
    function leave(next) {
        const body = opened();
        const { question, text, verb } = document.querySelector('[data-rules]').dataset;
        if (body?.firstElementChild && typedIn(body) !== body.dataset.filled) {
            window.Jackstaff.ask(question, text, verb, next);
        } else {
            next();
        }
    }

    function edit(id) {
        left = id ? undefined : placeOf(opened(), 'add-rule');
        unsent.drop('rule');
        window.editRule(parameters({ rule: id }));
    }

    /* The first field that cannot be sent as it is. */
    function findInvalid(body) {
        return [...body.querySelectorAll('input')].find(input => !input.closest('[hidden]') && !input.checkValidity());
    }

    function done(body) {
        const invalid = findInvalid(body);
        const unfit = invalid || findUnfit(body);
        if (unfit) {
            unfit.setAttribute('aria-invalid', 'true');
            unfit.focus();
            invalid?.reportValidity();
            return;
        }
        left = placeOf(body, null);
        clearTimeout(saying);
        keep(body);
        unsent.send('rule');
        send('doneRule', body);
    }

    function showSentence() {
        const said = document.querySelector('[id="commands:preview"]');
        const head = document.querySelector('[data-sentence]');
        if (said && head && said.textContent.trim()) {
            head.innerHTML = said.innerHTML;
        }
    }

    function buildOpened() {
        const body = opened();
        if (body && !body.firstElementChild) {
            if (restored) {
                body.dataset.saved = body.dataset.definition;
                body.dataset.definition = restored.definition;
                body.dataset.off = restored.off;
                seen().value = restored.seen || seen().value;
                unsent.say();
                sayLater();
            }
            build(body);
            if (restored) {
                body.dataset.filled = '';
                restored = null;
            }
            body.querySelector('section:not([hidden]) input:checked, input:not([hidden]), select')?.focus();
        }
        giveFocusBack();
        showSentence();
    }

    function move(id, by) {
        const rules = [...document.querySelectorAll('[data-rules] > [data-rule]')].map(rule => rule.dataset.rule);
        const place = rules.indexOf(id) + by;
        if (place >= 0 && place < rules.length) {
            window.moveRule(parameters({ rule: id, place }));
        }
    }

    document.addEventListener('click', event => {
        const at = selector => event.target.closest(selector);
        const body = opened();
        if (at('[data-rule-edit]')) {
            const id = at('[data-rule-edit]').dataset.ruleEdit;
            if (id) {
                leave(() => edit(id));
            } else {
                edit(id);
            }
        } else if (at('[data-rule-done]')) {
            done(body);
        } else if (at('[data-rule-copy]')) {
            const button = at('[data-rule-copy]');
            leave(() => window.copyRule(parameters({ rule: button.dataset.ruleCopy, to: button.dataset.to })));
        } else if (at('[data-rule-do]')) {
            const button = at('[data-rule-do]');
            leave(() => window[`${button.dataset.ruleDo}Rule`](parameters({ rule: button.dataset.id })));
        } else if (at('[data-rule-up]')) {
            const id = at('[data-rule-up]').dataset.ruleUp;
            leave(() => move(id, -1));
        } else if (at('[data-rule-down]')) {
            const id = at('[data-rule-down]').dataset.ruleDown;
            leave(() => move(id, 1));
        } else if (at('[data-add]')) {
            const made = { condition: { operator: 'IN' }, segment: { segment: '' }, group: { any: [{ operator: 'IN' }] } };
            const list = at('[data-add]').closest('[data-condition="group"], [data-part="who"]').querySelector('[data-parts]');
            addPart(list, made[at('[data-add]').dataset.add]).querySelector('input, select').focus();
        } else if (at('[data-remove]')) {
            at('[data-condition]').remove();
            sayLater();
        } else if (at('[data-even]')) {
            splitEvenly(body);
            showOutcome(body);
            sayLater();
        }
    });

    document.addEventListener('input', event => {
        const body = event.target.closest('.rule-edit-body');
        if (!body) {
            return;
        }
        event.target.removeAttribute('aria-invalid');
        if (event.target.dataset.field === 'slider') {
            field(body, 'percent').value = event.target.value;
        } else if (event.target.dataset.field === 'percent') {
            field(body, 'slider').value = event.target.value;
        }
        showOutcome(body);
        sayLater();
    });

    document.addEventListener('keydown', event => {
        const grip = event.target.closest('.grip');
        if (grip && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            leave(() => move(grip.closest('[data-rule]').dataset.rule, event.key === 'ArrowUp' ? -1 : 1));
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && opened()) {
            done(opened());
        } else if (event.key === 'Escape' && event.target.closest('.rule-edit')) {
            edit('');
        }
    });

    document.addEventListener('conditionchange', sayLater);

    /* ------------------------------------------------------------ Order by mouse or finger */
    let dragged = null;

    document.addEventListener('pointerdown', event => {
        const grip = event.target.closest('.grip');
        if (grip && event.button === 0 && !opened()) {
            dragged = grip.closest('[data-rule]');
            dragged.dataset.dragged = 'true';
            grip.setPointerCapture(event.pointerId);
        }
    });

    document.addEventListener('pointermove', event => {
        if (dragged) {
            event.preventDefault();
            const rules = [...document.querySelectorAll('[data-rules] > [data-rule]')];
            const over = rules.find(rule => {
                const box = rule.getBoundingClientRect();
                return event.clientY >= box.top && event.clientY <= box.bottom;
            });
            if (over && over !== dragged) {
                const before = rules.indexOf(over) < rules.indexOf(dragged);
                over[before ? 'before' : 'after'](dragged);
            }
        }
    });

    document.addEventListener('pointerup', () => {
        if (dragged) {
            const rules = [...document.querySelectorAll('[data-rules] > [data-rule]')];
            const id = dragged.dataset.rule;
            const place = rules.indexOf(dragged);
            delete dragged.dataset.dragged;
            dragged = null;
            window.moveRule(parameters({ rule: id, place }));
        }
    });

    window.JackstaffRules = { leave };
    window.addEventListener('load', restore);

    document.addEventListener('DOMContentLoaded', () => {
        buildOpened();
        window.jQuery(document).on('pfAjaxComplete', buildOpened);
    });
})();
