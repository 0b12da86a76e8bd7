package dev.jackstaff.domain.history;

/**
 * Which changes of a project are asked for; what is empty filters nothing.
 *
 * @param environment the key of an environment that an instruction of the change is about
 * @param flag the key of a flag that an instruction of the change is about; with an environment, the same instruction
 * @param person a part of the name of who made it, in any case
 */
public record ChangeFilter(String environment, String flag, String person) {
    public static final ChangeFilter ALL = new ChangeFilter("", "", "");
}
