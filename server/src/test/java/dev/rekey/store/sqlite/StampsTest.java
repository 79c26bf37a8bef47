package dev.rekey.store.sqlite;

import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.store.Ports;
import dev.rekey.core.token.Grant;
import dev.rekey.store.Store;
import dev.rekey.store.StoreForTests;
import dev.rekey.store.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of an account or a grant, by whomever, it gets another stamp. */
class StampsTest {

  private static final String STAMPS =
      "SELECT (SELECT SUM(stamp / 1024) FROM account) || ' ' ||"
          + " (SELECT SUM(stamp / 1024) FROM access_grant)";

  @TempDir private Path folder;
  private Store store;
  private Ports ports;
  private Connection somebodyElse;
  private Account anna;
  private Grant grant;

  @BeforeEach
  void prepare() throws SQLException {
    Path file = folder.resolve("rekey.db");
    store = StoreForTests.open(new StoreSettings.Sqlite(file));
    ports = StoreForTests.ports(store);
    somebodyElse = DriverManager.getConnection("jdbc:sqlite:" + file);
    somebodyElse.createStatement().execute("PRAGMA foreign_keys = ON");
    anna = made(ports, "anna");
    grant = client(anna, "client", "t1");
    open(ports, anna, grant);
  }

  @AfterEach
  void close() throws SQLException {
    somebodyElse.close();
    store.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = somebodyElse.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = somebodyElse.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private Optional<Holder> holder() {
    return ports
        .grants()
        .holder(anna.realm(), new Handle.Number(anna.ids().number()), Grant.Kind.CLIENT, "client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "credential", "login_name", "access_grant"})
  void everyColumnThatIsWrittenChangesAStamp(String table) throws SQLException {
    List<String> columns =
        texts("SELECT name FROM pragma_table_info('" + table + "') WHERE name <> 'stamp'");
    assertThat(columns).hasSizeGreaterThan(4);
    for (String column : columns) {
      List<String> before = texts(STAMPS);

      execute("UPDATE " + table + " SET " + column + " = " + column);

      assertThat(texts(STAMPS)).as(column).isNotEqualTo(before);
    }
  }

  @Test
  void aNameThatIsGivenOrTakenChangesTheStampOfItsAccount() throws SQLException {
    List<String> before = texts(STAMPS);
    execute(
        "INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)"
            + " SELECT realm_id, 'another', id, 0, 0, 0 FROM account");
    List<String> given = texts(STAMPS);
    execute("DELETE FROM login_name WHERE name = 'another'");

    assertThat(given).isNotEqualTo(before);
    assertThat(texts(STAMPS)).isNotEqualTo(given).isNotEqualTo(before);
  }

  @Test
  void aGrantThatIsMadeAgainHasAnotherStamp() throws SQLException {
    List<String> before = texts(STAMPS);
    execute("CREATE TEMP TABLE kept AS SELECT * FROM access_grant");
    execute("DELETE FROM access_grant");
    execute(
        "INSERT INTO access_grant (account_id, kind, key, wire, issued_at, expires_at, agent,"
            + " address, last_used_at) SELECT account_id, kind, key, wire, issued_at, expires_at,"
            + " agent, address, last_used_at"
            + " FROM kept");

    assertThat(texts(STAMPS)).isNotEqualTo(before);
  }

  @Test
  void whatSomebodyElseWritesIntoTheFileCountsForTheNextCheck() throws SQLException {
    assertThat(holder().orElseThrow().account().disabled()).isFalse();

    execute("UPDATE account SET disabled = 1");
    assertThat(holder().orElseThrow().account().disabled()).isTrue();

    execute("UPDATE credential SET version = version + 1");
    assertThat(holder().orElseThrow().account().credential().version()).isEqualTo(2);

    execute("UPDATE login_name SET name = 'annette@example.org' WHERE is_email");
    assertThat(holder().orElseThrow().account().logins().email()).contains("annette@example.org");

    execute("UPDATE realm SET name = 'elsewhere'");
    assertThat(holder()).isEmpty();
    execute("UPDATE realm SET name = 'main'");
    assertThat(holder().orElseThrow().account().realm()).isEqualTo(anna.realm());

    execute("UPDATE access_grant SET expires_at = 7");
    assertThat(holder().orElseThrow().grant().orElseThrow().expiresAt().toEpochMilli())
        .isEqualTo(7);

    execute("DELETE FROM access_grant");
    assertThat(holder().orElseThrow().grant()).isEmpty();
  }

  @Test
  void manyHoldersDoNotGetInEachOthersWay() {
    List<Account> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Account one = made(ports, "anna" + i);
      open(ports, one, token(one, "jti" + i));
      all.add(one);
    }
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < all.size(); i++) {
        Account one = all.get(i);
        assertThat(
                ports
                    .grants()
                    .holder(
                        one.realm(),
                        new Handle.Number(one.ids().number()),
                        Grant.Kind.JWT,
                        "jti" + i)
                    .map(holder -> holder.account().id()))
            .contains(one.id());
      }
    }
  }
}
