/*
 * Tells a page that somebody has changed what it shows. The tabs of a browser share one stream: the one that holds the lock
 * reads it and tells the others.
 */
(() => {
    'use strict';

    /* How long the answer to one's own change may take: it brings the revision that the stream tells too. */
    const PATIENCE = 1500;
    const channel = new BroadcastChannel('jackstaff-changes');
    const latest = new Map();
    let check = 0;

    function shown() {
        const texts = document.getElementById('shown').dataset.revisions.split(' ').filter(Boolean);
        return new Map(texts.map(text => {
            const colon = text.lastIndexOf(':');
            return [text.slice(0, colon), Number(text.slice(colon + 1))];
        }));
    }

    function concernsPage(change) {
        const main = document.getElementById('main');
        const flag = main.dataset.flag;
        return main.dataset.follow === 'true' && (!flag || !change.flags || change.flags.includes(flag));
    }

    /* Whether a change that concerns the page is newer than what it shows. */
    function isOld() {
        const revisions = shown();
        return [...latest.values()].some(changes => changes.some(change =>
            revisions.has(change.environment) && revisions.get(change.environment) < change.revision && concernsPage(change)));
    }

    function show() {
        document.getElementById('changed').hidden = !isOld();
    }

    function note(change) {
        const known = latest.get(change.environment) || [];
        if (known.some(one => one.revision >= change.revision)) {
            return;
        }
        const revision = shown().get(change.environment) || 0;
        latest.set(change.environment, known.filter(one => one.revision > revision).concat(change));
        clearTimeout(check);
        check = setTimeout(show, PATIENCE);
    }

    function read() {
        return new Promise(() => {
            const stream = new EventSource(new URL('changes', document.baseURI));
            stream.addEventListener('change', event => {
                const change = JSON.parse(event.data);
                channel.postMessage(change);
                note(change);
            });
        });
    }

    document.addEventListener('DOMContentLoaded', () => {
        if (!document.getElementById('shown')) {
            return;
        }
        channel.addEventListener('message', event => note(event.data));
        /* Where a page is not secure there are no locks, and a stream for each tab would use up the browser's connections. */
        navigator.locks?.request('jackstaff-changes', read);
        window.jQuery?.(document).on('pfAjaxComplete', () => {
            if (!document.getElementById('changed').hidden) {
                show();
            }
        });
    });
})();
