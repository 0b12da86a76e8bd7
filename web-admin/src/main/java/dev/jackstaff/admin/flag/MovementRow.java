package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.domain.movement.Movement;

/**
 * Who would be answered otherwise, in the drawer in which a draft is saved.
 *
 * @param who those of whom the share is
 * @param share in percent, or that it depends on the context
 * @param width of the bar, 0 to 1000; as wide as can be if it depends
 */
public record MovementRow(String who, String share, int width, boolean exact) {
    private static final int WIDTH = 1000;

    static MovementRow of(Movement movement, String ruleNumber) {
        String who = movement.rule().isEmpty()
                ? MessageBundle.format("review.nobodyElse")
                : MessageBundle.format("review.whoMatch", ruleNumber);
        return movement.share()
                .map(share -> new MovementRow(
                        who, Percent.of(share.part(), share.whole()), (int) Math.round(share.value() * WIDTH), true))
                .orElseGet(() -> new MovementRow(who, MessageBundle.format("review.depends"), WIDTH, false));
    }

    public String getWho() {
        return who;
    }

    public String getShare() {
        return share;
    }

    public int getWidth() {
        return width;
    }

    public boolean isExact() {
        return exact;
    }
}
