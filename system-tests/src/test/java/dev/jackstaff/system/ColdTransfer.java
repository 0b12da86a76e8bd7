package dev.jackstaff.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a browser with an empty cache gets for a page: the page, scripts, styles, images and fonts, as they are sent. */
record ColdTransfer(AdminBrowser browser, AdminSite site, ConsoleVisitor visitor) {
    /** The bytes of a page and all that it needs, with the heads of the answers. */
    long bytes(String address) {
        Page page = browser.page(ColorScheme.LIGHT);
        try (BrowserContext context = page.context()) {
            context.addCookies(List.of(new Cookie(ConsoleVisitor.SESSION, visitor.session()).setUrl(site.url() + "/")));
            List<Request> finished = new CopyOnWriteArrayList<>();
            page.onRequestFinished(finished::add);
            page.navigate(site.url() + address);
            page.waitForLoadState(LoadState.LOAD);
            return finished.stream()
                    .map(Request::sizes)
                    .mapToLong(ColdTransfer::received)
                    .sum();
        }
    }

    private static long received(Sizes sizes) {
        return (long) sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
