package dev.rekey;

import dev.rekey.admin.BulkWork;
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

  /** What is done in the console's room of bulk acts. */
  BulkWork bulkWork() {
    return new BulkWork(
        house.configuration().realms(),
        house.configuration().hashing().cost(),
        house.configuration().stewards().two(),
        surveyDeed(),
        proposeDeed(),
        decideDeed(),
        steerDeed(),
        seeDeeds());
  }

  private SurveyDeed surveyDeed() {
    return new SurveyDeed(deeds(), house.accounts(), roles());
  }

  private ProposeDeed proposeDeed() {
    return new ProposeDeed(
        deeds(), house.accounts(), roles(), house.configuration().stewards().two(), house.clock());
  }

  private DecideDeed decideDeed() {
    return new DecideDeed(deeds(), house.clock());
  }

  private SteerDeed steerDeed() {
    return new SteerDeed(deeds(), house.clock());
  }

  private SeeDeeds seeDeeds() {
    return new SeeDeeds(deeds(), house.accounts(), house.clock());
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
