package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.attribute.control.AttributeEditor;
import dev.jackstaff.domain.attribute.control.AttributeStore;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.history.control.ChangeRecordStore;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.history.control.SharedHistory;
import dev.jackstaff.domain.project.control.EnvironmentEditor;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** What the targets of changes read and write with. */
@Dependent
class ChangeStores {
    @Inject
    ProjectStore projects;

    @Inject
    EnvironmentEditor environmentEditor;

    @Inject
    FlagStore flags;

    @Inject
    FlagEditor flagEditor;

    @Inject
    DeletedFlags deletedFlags;

    @Inject
    SegmentStore segments;

    @Inject
    SegmentEditor segmentEditor;

    @Inject
    AttributeStore attributes;

    @Inject
    AttributeEditor attributeEditor;

    @Inject
    HistoryStore history;

    @Inject
    SharedHistory sharedHistory;

    @Inject
    ChangeRecordStore changes;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;
}
