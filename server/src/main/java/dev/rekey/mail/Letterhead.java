package dev.rekey.mail;

/**
 * What every letter says of the house that sends it.
 *
 * @param service what people know the service by, such as {@code Example Rides}
 * @param resetPage the link to the page where somebody asks for a new password
 * @param contact whom to tell when something is wrong: an address, a telephone number or a name
 */
public record Letterhead(String service, String resetPage, String contact) {}
