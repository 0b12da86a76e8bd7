package dev.jackstaff.domain.movement;

import java.util.Optional;

/**
 * The share of subjects that are answered with another variant than before, among those of one kind.
 *
 * @param rule the id of the rule whose condition they match, and that of no other rule; empty for those who match none
 * @param ruleName what people call that rule
 * @param share empty if it depends on the context: the condition of the rule is another
 */
public record Movement(String rule, String ruleName, Optional<Share> share) {}
