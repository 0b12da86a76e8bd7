package dev.jackstaff.system;

import com.microsoft.playwright.Page;

/** The admin pages of an installation, as its administrator. */
record AdminSite(String url, String email, String password) {
    static AdminSite of(StackUnderTest installation) {
        QuickstartFile quickstart = installation.quickstart();
        return new AdminSite(
                quickstart.adminUrl().replaceFirst("/$", ""), quickstart.adminEmail(), quickstart.adminPassword());
    }

    /** Opens a page, and signs in where that is needed. */
    void open(Page page, String path) {
        open(page, path, email, password);
    }

    /** As above, as somebody else. */
    void open(Page page, String path, String someone, String theirPassword) {
        page.navigate(url + path);
        if (page.url().contains("/login.xhtml")) {
            enter(page, someone, theirPassword);
            page.waitForURL(address -> !address.contains("/login.xhtml"));
        }
    }

    /** Fills the form of the login and sends it. */
    static void enter(Page page, String email, String password) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.locator("[id='login:submit']").click();
    }
}
