package dev.rekey;

import dev.rekey.core.account.Roles;
import dev.rekey.core.incident.DecideDeed;
import dev.rekey.core.incident.ProposeDeed;
import dev.rekey.core.incident.SeeDeeds;
import dev.rekey.core.incident.SteerDeed;
import dev.rekey.core.incident.SurveyDeed;
import dev.rekey.core.incident.WorkOnDeed;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.store.BulkDeeds;

/** The part of the wiring that makes what is done to many accounts. */
final class IncidentUseCases {

  private final House house;

  IncidentUseCases(House house) {
    this.house = house;
  }

  SurveyDeed surveyDeed() {
    return new SurveyDeed(deeds(), house.accounts(), roles());
  }

  ProposeDeed proposeDeed() {
    return new ProposeDeed(
        deeds(), house.accounts(), roles(), house.configuration().stewards().two(), house.clock());
  }

  DecideDeed decideDeed() {
    return new DecideDeed(deeds(), house.clock());
  }

  SteerDeed steerDeed() {
    return new SteerDeed(deeds(), house.clock());
  }

  SeeDeeds seeDeeds() {
    return new SeeDeeds(deeds());
  }

  /** Whoever does all that, a handful at a time. */
  Foreman foreman(TicketOffice office) {
    TicketLink link = new TicketLink(house.publicUrl() + "/account/reset/{token}");
    WorkOnDeed work = new WorkOnDeed(deeds(), roles(), office, link, house.clock());
    return new Foreman(deeds(), work, house.clock(), System::nanoTime);
  }

  private BulkDeeds deeds() {
    return house.store().bulkDeeds();
  }

  private Roles roles() {
    return house.configuration().roles();
  }
}
