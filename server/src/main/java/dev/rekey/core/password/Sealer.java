package dev.rekey.core.password;

import dev.rekey.core.password.Hasher.Verdict;
import java.util.Optional;

/** The work itself, on the caller's own thread. */
interface Sealer {

  Verdict verify(Password password, Optional<PasswordHash> stored);

  PasswordHash seal(Password password);
}
