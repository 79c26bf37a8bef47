package dev.rekey.core.store;

/** What a contract of deeds that concern many accounts stands on. */
public interface BulkPremises {

  Ports ports();

  BulkDeeds bulkDeeds();
}
