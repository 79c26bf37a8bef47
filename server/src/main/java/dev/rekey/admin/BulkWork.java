package dev.rekey.admin;

import dev.rekey.core.account.Realm;
import dev.rekey.core.incident.DecideDeed;
import dev.rekey.core.incident.ProposeDeed;
import dev.rekey.core.incident.SeeDeeds;
import dev.rekey.core.incident.SteerDeed;
import dev.rekey.core.incident.SurveyDeed;
import dev.rekey.core.password.HashCost;
import java.util.List;

/**
 * What is done in the room of bulk acts.
 *
 * @param realms those that there are
 * @param cost what a hash costs that is made now
 * @param two whether a second administrator has to approve
 */
public record BulkWork(
    List<Realm> realms,
    HashCost cost,
    boolean two,
    SurveyDeed survey,
    ProposeDeed propose,
    DecideDeed decide,
    SteerDeed steer,
    SeeDeeds see) {

  public BulkWork {
    realms = List.copyOf(realms);
  }
}
