package dev.jackstaff.system;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Each page of the console needs few statements, and no more of them where there is more of everything. */
@UsesSharedStack
@Isolated("it counts what the database carries out, for whomever")
class PageStatementsST {
    private static final FilledProject.Size LITTLE = new FilledProject.Size(30, 3, 1, 1, 2, 4);
    private static final FilledProject.Size MUCH = new FilledProject.Size(120, 8, 20, 6, 6, 30);

    @Test
    void pagesNeedFewStatementsAndTheSameWhereThereIsMuch(StackUnderTest installation) throws SQLException {
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        ConsolePages little = new ConsolePages("little-" + suffix, FilledProject.BUSY);
        ConsolePages much = new ConsolePages("much-" + suffix, FilledProject.BUSY);
        FilledProject.make(installation, little.project(), LITTLE);
        FilledProject.make(installation, much.project(), MUCH);
        AdminSite site = AdminSite.of(installation);
        ConsoleVisitor visitor = ConsoleVisitor.signIn(ConsoleVisitor.client(), site, site.email(), site.password());

        try (StatementLog log = StatementLog.of(installation)) {
            new PageStatements(log, visitor).assertFewAndTheSame(little.common(), much.common());
        }
    }
}
