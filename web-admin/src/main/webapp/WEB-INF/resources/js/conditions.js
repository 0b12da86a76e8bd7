/* The conditions of a rule, as rows of a form: attributes with their comparisons, values as chips, segments, and groups of them. */
(() => {
    'use strict';

    const LISTS = ['IN', 'NOT_IN', 'STR_CONTAINS', 'STR_STARTS_WITH', 'STR_ENDS_WITH', 'IN_CIDR'];
    const CASES = ['STR_CONTAINS', 'STR_STARTS_WITH', 'STR_ENDS_WITH', 'REGEX'];
    const WHOLE = ['IN', 'NOT_IN', 'NUM_EQ'];
    const ZONE = 'jackstaff-zone';
    const MINUTE = 60000;
    const OFFSET = /(Z|[+-]\d\d:\d\d)$/i;
    const BARE = /^UTC([+-])(\d\d):(\d\d)$/;

    const copyOf = id => document.getElementById(id).content.cloneNode(true);
    const field = (node, name) => node.querySelector(`:scope [data-field="${name}"]`);
    const operatorOf = row => field(row, 'operator').value;
    const isDate = row => operatorOf(row).startsWith('DATE_');

    function joinOf(condition) {
        return ['all', 'any', 'none'].find(join => join in condition);
    }

    function addPart(list, condition) {
        const join = joinOf(condition);
        if ('segment' in condition) {
            list.append(copyOf('segment-form'));
            field(list.lastElementChild, 'segment').value = condition.segment;
        } else if (join) {
            list.append(copyOf('group-form'));
            const group = list.lastElementChild;
            field(group, 'join').value = join;
            condition[join].forEach(part => addPart(group.querySelector('[data-parts]'), part));
        } else {
            list.append(copyOf('condition-form'));
            fillComparison(list.lastElementChild, condition);
        }
        return list.lastElementChild;
    }

    function fillComparison(row, condition) {
        field(row, 'attribute').value = condition.attribute || '';
        field(row, 'operator').value = condition.operator || 'IN';
        field(row, 'inverted').checked = Boolean(condition.inverted);
        field(row, 'caseInsensitive').checked = Boolean(condition.caseInsensitive);
        (condition.values || []).forEach(value => addValue(row.querySelector('[data-values]'), value));
        fillZones(row);
        showOperands(row);
    }

    /* ------------------------------------------------------------ What the attribute is */
    function choiceOf(row) {
        const name = field(row, 'attribute').value.trim();
        const option = [...document.querySelectorAll('#attributes option')].find(one => one.value === name);
        const type = option?.dataset.type || '';
        return {
            type,
            operators: type ? option.dataset.operators.split(' ') : null,
            legal: type ? JSON.parse(option.dataset.legal) : []
        };
    }

    /* Offers the comparisons that fit the attribute's type; one that is chosen and does not fit stays while it has values. */
    function offerOperators(row) {
        const { operators } = choiceOf(row);
        const select = field(row, 'operator');
        const empty = !valuesOf(row.querySelector('[data-values]')).length && !row.querySelector('[data-date-local]').value;
        if (operators && empty && !operators.includes(select.value)) {
            [select.value] = operators;
        }
        [...select.options].forEach(option => {
            option.hidden = Boolean(operators) && !operators.includes(option.value) && option.value !== select.value;
        });
    }

    /* What an operator takes: a list, one value or none, a time, and whether it can ignore case. */
    function showOperands(row) {
        offerOperators(row);
        const operator = operatorOf(row);
        const box = row.querySelector('[data-values]');
        const date = isDate(row) && valuesOf(box).every(value => !Number.isNaN(Date.parse(value)));
        row.querySelector('[data-date]').hidden = !date;
        box.hidden = operator === 'EXISTS' || date;
        row.querySelector('[data-case]').hidden = !CASES.includes(operator);
        if (!CASES.includes(operator)) {
            field(row, 'caseInsensitive').checked = false;
        }
        if (date) {
            showDate(row);
        }
        offerValues(row);
        judge(row);
    }

    let lists = 0;

    /* Offers the legal values of the attribute, if it has some, but for those that are there. */
    function offerValues(row) {
        const box = row.querySelector('[data-values]');
        const input = box.querySelector('input');
        let list = row.querySelector('datalist');
        if (!list) {
            list = document.createElement('datalist');
            list.id = `legal-${lists}`;
            lists += 1;
            row.querySelector('.stack').append(list);
            input.setAttribute('list', list.id);
        }
        const present = valuesOf(box);
        list.replaceChildren(...choiceOf(row).legal.filter(value => !present.includes(value)).map(value => {
            const option = document.createElement('option');
            option.value = value;
            return option;
        }));
    }

    /* Marks values that the attribute cannot have. They may be saved: what is said of the attribute may be late. */
    function judge(row) {
        const { type, legal } = choiceOf(row);
        const operator = operatorOf(row);
        const numbers = operator.startsWith('NUM_') || (type === 'number' && WHOLE.includes(operator));
        const same = (one, other) => one === other || (numbers && Number(one) === Number(other));
        const bad = value => (numbers && (value.trim() === '' || Number.isNaN(Number(value))) ? 'type'
            : legal.length && WHOLE.includes(operator) && !legal.some(one => same(one, value)) ? 'value' : '');
        const said = row.querySelector('[data-illegal]');
        const found = { type: [], value: [] };
        row.querySelectorAll('[data-values] .chip').forEach(chip => {
            const wrong = bad(chip.dataset.value);
            chip.classList.toggle('chip-bad', Boolean(wrong));
            if (wrong) {
                found[wrong].push(chip.dataset.value);
            }
        });
        const sentences = [];
        if (found.type.length) {
            sentences.push(`${said.dataset.illegalType} ${found.type.join(', ')}.`);
        }
        if (found.value.length) {
            sentences.push(`${said.dataset.illegal} ${found.value.join(', ')}.`);
        }
        said.textContent = sentences.join(' ');
        said.hidden = !sentences.length;
        row.dataset.unfit = operator.startsWith('NUM_') && found.type.length > 0;
    }

    /* ------------------------------------------------------------ Times in a zone */
    function zoneChosenLast() {
        try {
            return localStorage.getItem(ZONE);
        } catch {
            return null;
        }
    }

    /* A stored moment has an offset, and no zone. It is shown in the zone chosen last or the own one if they have that offset then, or else in the bare offset. */
    function fillZones(row) {
        const select = row.querySelector('[data-date-zone]');
        const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const zones = new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')]);
        const usual = [zoneChosenLast(), own, 'UTC'].filter(zone => zones.has(zone));
        const [value] = valuesOf(row.querySelector('[data-values]'));
        const [, offset] = (isDate(row) && value?.match(OFFSET)) || [];
        let zone = usual[0];
        if (offset) {
            const bare = offset.toUpperCase() === 'Z' ? 'UTC' : `UTC${offset}`;
            const moment = Date.parse(value);
            zone = usual.find(one => offsetOf(one, moment) === offsetOf(bare, moment)) || bare;
            zones.add(zone);
        }
        select.replaceChildren(...[...zones].map(one => new Option(one, one)));
        select.value = zone;
    }

    /* The minutes by which a zone is ahead of UTC at a moment. */
    function offsetOf(zone, moment) {
        const [, sign, hours, minutes] = zone.match(BARE) || [];
        if (sign) {
            return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
        }
        const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', {
            timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
            hour: 'numeric', minute: 'numeric', second: 'numeric'
        }).formatToParts(moment).map(part => [part.type, Number(part.value)]));
        const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
        return Math.round((wall - moment) / MINUTE);
    }

    /* A time on the wall of a zone, as ISO 8601 with the offset that it has there. */
    function isoOf(local, zone) {
        const wall = Date.parse(`${local}Z`);
        const first = offsetOf(zone, wall);
        const offset = offsetOf(zone, wall - first * MINUTE);
        const two = number => String(number).padStart(2, '0');
        const size = Math.abs(offset);
        const sign = offset < 0 ? '-' : '+';
        const text = offset === 0 ? 'Z' : `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        return new Date(wall).toISOString().slice(0, 19) + text;
    }

    function showDate(row) {
        const [value] = valuesOf(row.querySelector('[data-values]'));
        const local = row.querySelector('[data-date-local]');
        const zone = row.querySelector('[data-date-zone]').value;
        if (value && !local.value) {
            const moment = Date.parse(value);
            local.value = new Date(moment + offsetOf(zone, moment) * MINUTE).toISOString().slice(0, 19);
        }
        const utc = row.querySelector('[data-date-utc]');
        const moment = local.value ? Date.parse(isoOf(local.value, zone)) : NaN;
        utc.textContent = Number.isNaN(moment) ? '' : `${new Date(moment).toLocaleString('en-GB', {
            timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short'
        })} UTC. ${utc.dataset.kept}`;
    }

    function takeDate(row) {
        const local = row.querySelector('[data-date-local]');
        const zone = row.querySelector('[data-date-zone]').value;
        const box = row.querySelector('[data-values]');
        try {
            localStorage.setItem(ZONE, zone);
        } catch {
            // The zone is not remembered.
        }
        box.querySelectorAll('.chip').forEach(chip => chip.remove());
        if (local.value) {
            addValue(box, isoOf(local.value, zone));
        }
        showDate(row);
    }

    /* ------------------------------------------------------------ Values */
    function addValue(box, value) {
        const input = box.querySelector('input');
        input.before(copyOf('value-chip'));
        const chip = input.previousElementSibling;
        chip.querySelector('[data-text]').textContent = value;
        chip.dataset.value = value;
    }

    /* Values on lines or between commas; one in double quotes may have any of them in it, and quotes that stand twice. */
    function split(text) {
        const parts = text.match(/\s*"(?:[^"]|"")*"\s*(?=[\n\t,;]|$)|[^\n\t,;]+/g) || [];
        return parts.map(part => part.trim()).map(part => (/^"(?:[^"]|"")*"$/.test(part)
            ? part.slice(1, -1).replaceAll('""', '"').trim() : part));
    }

    const isQuoteOpen = text => /^\s*"(?:[^"]|"")*$/.test(text);

    /* Takes what is typed or pasted as values: many if the operator takes a list and they stand on lines or between commas. */
    function takeValues(box, text) {
        const row = box.closest('[data-condition]');
        const list = LISTS.includes(operatorOf(row));
        const values = (list ? split(text) : [text.trim()]).filter(Boolean);
        const present = new Set(valuesOf(box));
        values.filter(value => !present.has(value)).forEach(value => {
            if (!list) {
                box.querySelectorAll('.chip').forEach(chip => chip.remove());
            }
            addValue(box, value);
        });
        box.querySelector('input').value = '';
        changed(row);
    }

    function valuesOf(box) {
        return [...box.querySelectorAll('.chip')].map(chip => chip.dataset.value);
    }

    function readPart(row) {
        switch (row.dataset.condition) {
            case 'segment':
                return { segment: field(row, 'segment').value.trim() };
            case 'group':
                return { [field(row, 'join').value]: readParts(row.querySelector('[data-parts]')) };
            default:
                return readComparison(row);
        }
    }

    function readComparison(row) {
        const box = row.querySelector('[data-values]');
        const typed = box.querySelector('input').value.trim();
        const condition = {
            attribute: field(row, 'attribute').value.trim(),
            operator: operatorOf(row)
        };
        const values = valuesOf(box).concat(typed ? [typed] : []);
        if (values.length && condition.operator !== 'EXISTS') {
            condition.values = values;
        }
        if (field(row, 'inverted').checked) {
            condition.inverted = true;
        }
        if (field(row, 'caseInsensitive').checked) {
            condition.caseInsensitive = true;
        }
        return condition;
    }

    /* Takes what is still typed as values; the field of values that can be no operands at all, if there is one. */
    function findUnfit(form) {
        form.querySelectorAll('[data-values]').forEach(box => {
            if (!box.hidden && box.querySelector('input').value.trim()) {
                takeValues(box, box.querySelector('input').value);
            }
        });
        return form.querySelector('[data-unfit="true"] [data-values] input');
    }

    function readParts(list) {
        return [...list.children].map(readPart);
    }

    function changed(row) {
        showOperands(row);
        row.dispatchEvent(new CustomEvent('conditionchange', { bubbles: true }));
    }

    document.addEventListener('input', event => {
        const row = event.target.closest('[data-condition="comparison"]');
        if (row && ['attribute', 'operator'].includes(event.target.dataset.field)) {
            if (event.target.dataset.field === 'operator' && !isDate(row)) {
                row.querySelector('[data-date-local]').value = '';
            }
            showOperands(row);
        } else if (row && event.target.matches('[data-date-local], [data-date-zone]')) {
            takeDate(row);
        }
    });

    document.addEventListener('keydown', event => {
        const box = event.target.closest('[data-values]');
        if (box && event.target.matches('input')) {
            const comma = event.key === ',' && !isQuoteOpen(event.target.value);
            if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || comma) {
                event.preventDefault();
                takeValues(box, event.target.value);
            } else if (event.key === 'Backspace' && !event.target.value) {
                box.querySelector('.chip:last-of-type')?.remove();
                changed(box.closest('[data-condition]'));
            }
        }
    });

    document.addEventListener('click', event => {
        const box = event.target.closest('[data-values]');
        if (box && event.target.closest('.chip-remove')) {
            event.target.closest('.chip').remove();
            box.querySelector('input').focus();
            changed(box.closest('[data-condition]'));
        }
    });

    /* Not on the way to a button of the form: what is said of the value would move it away from under the click. */
    document.addEventListener('focusout', event => {
        const box = event.target.closest?.('[data-values]');
        const clicked = event.relatedTarget?.closest('.rule-edit-foot');
        if (box && !clicked && event.target.matches('input') && event.target.value.trim()) {
            takeValues(box, event.target.value);
        }
    });

    document.addEventListener('paste', event => {
        const box = event.target.closest?.('[data-values]');
        const text = event.clipboardData?.getData('text') || '';
        if (box && /[\n\t,;]/.test(text)) {
            event.preventDefault();
            takeValues(box, text);
        }
    });

    window.JackstaffConditions = { copyOf, field, joinOf, addPart, readParts, findUnfit };
})();
