package dev.rekey.admin;

import dev.rekey.page.Field;
import java.util.Optional;

/**
 * The fields in which an act at the console is explained and, where it weighs much, assured.
 *
 * @param why the reason
 * @param again the own password once more
 */
public record Asked(Field why, Optional<Field> again) {}
