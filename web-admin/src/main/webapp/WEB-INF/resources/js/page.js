/* What every page does in the browser: the theme, menus, the filter in the address, copying, and a hub that is away. */
(function () {
    'use strict';

    var root = document.documentElement;
    var A_YEAR = 31536000;

    function isDark() {
        var choice = root.dataset.theme;
        return choice === 'dark' || (choice !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
    }

    function switchTheme() {
        var choice = isDark() ? 'light' : 'dark';
        root.dataset.theme = choice;
        document.cookie = 'jackstaff-theme=' + choice + '; path=/; max-age=' + A_YEAR + '; samesite=lax';
    }

    function copy(button) {
        var source = document.querySelector(button.dataset.copy);
        navigator.clipboard.writeText(source.textContent.trim()).then(function () {
            button.textContent = button.dataset.copied;
        }, function () {
            window.getSelection().selectAllChildren(source);
        });
    }

    /* Puts the value of a filter field into the address, so that it can be kept and shared. */
    function rememberFilter(field) {
        var address = new URL(window.location.href);
        var value = field.type === 'checkbox' ? (field.checked ? 'true' : '') : field.value.trim();
        if (value) {
            address.searchParams.set(field.dataset.param, value);
        } else {
            address.searchParams.delete(field.dataset.param);
        }
        window.history.replaceState(window.history.state, '', address);
    }

    /* Gives the focus back to what sent a request and was replaced by its answer. */
    function keepFocus(settings) {
        var id = settings && settings.source && (settings.source.id || settings.source);
        var source = typeof id === 'string' && document.getElementById(id);
        if (source && (document.activeElement === document.body || document.activeElement === null)) {
            source.focus();
        }
    }

    /* A range and the number field it names show the same value. */
    function keepTwins(field) {
        if (field.dataset.twin) {
            document.getElementById(field.dataset.twin).value = field.value;
        } else if (field.type === 'number') {
            document.querySelectorAll('input[type=range]').forEach(function (range) {
                if (range.dataset.twin === field.id) {
                    range.value = field.value;
                }
            });
        }
    }

    document.addEventListener('click', function (event) {
        var button = event.target.closest('button');
        if (button && button.dataset.action === 'theme') {
            switchTheme();
        }
        if (button && button.dataset.copy) {
            copy(button);
        }
        document.querySelectorAll('details.menu[open]').forEach(function (menu) {
            if (!menu.contains(event.target)) {
                menu.open = false;
            }
        });
    });

    document.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') {
            document.querySelectorAll('details.menu[open]').forEach(function (menu) {
                menu.open = false;
                menu.querySelector('summary').focus();
            });
        }
    });

    document.addEventListener('input', function (event) {
        if (event.target.dataset.param) {
            rememberFilter(event.target);
        }
        keepTwins(event.target);
    });

    document.addEventListener('DOMContentLoaded', function () {
        /* A search is carried out while it is typed; Enter has nothing left to do. */
        document.querySelectorAll('input[type=search]').forEach(function (field) {
            field.addEventListener('keydown', function (event) {
                if (event.key === 'Enter') {
                    event.preventDefault();
                }
            });
        });
        if (window.jQuery) {
            window.jQuery(document).on('pfAjaxError', function () {
                document.getElementById('unreachable').hidden = false;
            }).on('pfAjaxComplete', function (event, request, settings) {
                keepFocus(settings);
            });
        }
    });

    window.Jackstaff = {
        /* Shows the first page of a table whose filter has changed. */
        toFirstPage: function (table) {
            var paginator = window.PF(table).getPaginator();
            if (paginator && paginator.getCurrentPage() > 0) {
                paginator.setPage(0);
            }
        }
    };
})();
