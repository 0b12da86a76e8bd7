package dev.jackstaff.admin.compare;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.sentence.Piece;
import java.util.List;

/**
 * What a part of the settings is in one environment.
 *
 * @param number the place of the rule; empty for other parts
 * @param sentence the rule, or what everyone else gets; empty for other parts
 * @param text what other parts are; empty if there is no such rule here
 * @param look the class of the text; empty for none
 * @param note what people wrote about the rule
 * @param paused whether it is a rule that is paused
 * @param differs whether it is not as in the environment that the page is about
 */
public record ComparedCell(
        EnvironmentMark mark,
        String number,
        List<Piece> sentence,
        String text,
        String look,
        String note,
        boolean paused,
        boolean differs) {
    static ComparedCell text(EnvironmentMark mark, String text, String look) {
        return new ComparedCell(mark, "", List.of(), text, look, "", false, false);
    }

    static ComparedCell sentence(EnvironmentMark mark, List<Piece> sentence) {
        return new ComparedCell(mark, "", sentence, "", "", "", false, false);
    }

    ComparedCell differing(boolean other) {
        return new ComparedCell(mark, number, sentence, text, look, note, paused, other);
    }

    public EnvironmentMark getMark() {
        return mark;
    }

    public String getNumber() {
        return number;
    }

    public List<Piece> getSentence() {
        return sentence;
    }

    public String getText() {
        return text;
    }

    public String getLook() {
        return look;
    }

    public String getNote() {
        return note;
    }

    public boolean isPaused() {
        return paused;
    }

    public boolean isDiffers() {
        return differs;
    }

    /** Whether the environment has no such rule. */
    public boolean isMissing() {
        return sentence.isEmpty() && text.isEmpty();
    }
}
