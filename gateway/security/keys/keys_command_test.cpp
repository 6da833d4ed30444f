#include "gateway/security/keys/keys_command.hpp"

#include <sys/stat.h>

#include <sstream>

#include <gmock/gmock.h>

#include "gateway/security/keys/key_listing.hpp"
#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

struct Answer {
  int code = 0;
  std::string out;
  std::string err;
};

class KeysCommandTest : public ::testing::Test {
 protected:
  KeysCommandTest() {
    std::filesystem::create_directory(documents());
    knownMunicipalities = [](const Gemeentecode& code) -> std::optional<std::string> {
      if (code.value() == "0363") return "Amsterdam";
      if (code.value() == "0599") return "Rotterdam";
      return std::nullopt;
    };
  }

  std::filesystem::path data() const { return directory.path() / "data"; }
  std::filesystem::path documents() const { return directory.path() / "uit"; }

  Answer run(std::vector<std::string> words, Date today = kToday) const {
    std::ostringstream out;
    std::ostringstream err;
    const FixedClock clock(today);
    const KeysEnvironment environment{out, err, clock, data(), knownMunicipalities, kCheap};
    const std::vector<std::string_view> args(words.begin(), words.end());
    const int code = keysCommand(args, environment);
    return {code, out.str(), err.str()};
  }
  /// The words of a right `issue`, with more behind them.
  std::vector<std::string> issueWords(std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"issue", "--label",   "Suite",      "--leverancier",     "Leverancier BV",
                                   "--uit", documents(), "--gemeente", "0363=Wi2021,Wi2007"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::string issueBare() const {
    run(issueWords({"--kaal"}));
    const auto files = documentsNamed("sleutel-");
    return firstLine(files.at(0));
  }
  std::vector<std::filesystem::path> documentsNamed(std::string_view prefix) const {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(documents())) {
      if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path());
    }
    return found;
  }
  static std::string firstLine(const std::filesystem::path& file) {
    const std::string content = contentOf(file);
    return content.substr(0, content.find('\n'));
  }
  /// What follows `label` on its line.
  static std::string valueIn(const std::string& text, const std::string& label) {
    const size_t at = text.find(label);
    if (at == std::string::npos) return {};
    const size_t begin = text.find_first_not_of(' ', at + label.size());
    return text.substr(begin, text.find('\n', begin) - begin);
  }
  bool mayEnter(const std::string& sleutel, const std::string& wachtwoord, Date day = kToday) const {
    const FixedKeys keys(snapshotOf(data()));
    KeyStore store = KeyStore::open(data()).value();
    return Authenticator(keys, store.hasher()).verify(sleutel, Secret(wachtwoord), {}, noon(day)).has_value();
  }

  TemporaryDirectory directory;
  std::function<std::optional<std::string>(const Gemeentecode&)> knownMunicipalities;
};

TEST_F(KeysCommandTest, IssueWritesTwoDocumentsThatOnlyTogetherGiveAccess) {
  const Answer answer = run(issueWords({"--geldig-tot", "2026-12-31"}));
  ASSERT_EQ(answer.code, 0) << answer.err;
  ASSERT_THAT(documentsNamed("sleutel-"), SizeIs(1));
  ASSERT_THAT(documentsNamed("wachtwoord-"), SizeIs(1));
  const std::string keyLetter = contentOf(documentsNamed("sleutel-")[0]);
  const std::string passwordLetter = contentOf(documentsNamed("wachtwoord-")[0]);
  const std::string sleutel = valueIn(keyLetter, "Applicatiesleutel:");
  const std::string wachtwoord = valueIn(passwordLetter, "Wachtwoord:");
  EXPECT_TRUE(mayEnter(sleutel, wachtwoord));
  EXPECT_THAT(keyLetter, AllOf(HasSubstr("Suite"), HasSubstr("Leverancier BV"), HasSubstr("0363 Amsterdam"),
                               HasSubstr("Wi2007, Wi2021"), HasSubstr("2026-06-15 tot en met 2026-12-31")));
  EXPECT_THAT(keyLetter, Not(HasSubstr(wachtwoord)));
  EXPECT_THAT(passwordLetter, Not(HasSubstr(sleutel)));
  EXPECT_EQ(valueIn(keyLetter, "Kenmerk:"), valueIn(passwordLetter, "Kenmerk:"));
  for (const std::string& shown : {answer.out, answer.err}) EXPECT_THAT(shown, Not(HasSubstr(wachtwoord)));
  for (const auto& file : std::filesystem::directory_iterator(documents()))
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600)) << file;
  EXPECT_EQ(std::filesystem::status(data()).permissions(), std::filesystem::perms(0700));
}

TEST_F(KeysCommandTest, EveryIssueHasItsOwnDocuments) {
  for (int i = 0; i < 5; ++i) ASSERT_EQ(run(issueWords()).code, 0);
  EXPECT_THAT(documentsNamed("sleutel-"), SizeIs(5));
  EXPECT_THAT(documentsNamed("wachtwoord-"), SizeIs(5));
}

TEST_F(KeysCommandTest, ForScriptsTheDocumentsAreBareAndTheAnswerIsJson) {
  const Answer answer = run(issueWords({"--kaal", "--json"}));
  ASSERT_EQ(answer.code, 0) << answer.err;
  const auto keyFile = documentsNamed("sleutel-").at(0);
  const auto passwordFile = documentsNamed("wachtwoord-").at(0);
  EXPECT_EQ(contentOf(passwordFile).size(), 60U) << "59 characters and a line end";
  EXPECT_TRUE(mayEnter(firstLine(keyFile), firstLine(passwordFile)));
  EXPECT_EQ(answer.out, R"({"applicatiesleutel": ")" + firstLine(keyFile) + R"(", "sleuteldocument": ")" +
                            keyFile.string() + R"(", "wachtwoorddocument": ")" + passwordFile.string() +
                            "\"}\n");
}

TEST_F(KeysCommandTest, RolesCanBeGivenOnceForMunicipalitiesThatNameNone) {
  ASSERT_EQ(run(issueWords({"--gemeente=0599", "--rollen", "Wi2013MUT"})).code, 0);
  KeyStore store = KeyStore::open(data()).value();
  EXPECT_EQ(store.list().value().at(0).toekenningen,
            (Toekenningen{{gemeente("0363"), rollen({Rol::Wi2007, Rol::Wi2021})},
                          {gemeente("0599"), rollen({Rol::Wi2013MUT})}}));
}

TEST_F(KeysCommandTest, MistakesInIssueAreNamedAndMakeNothing) {
  struct Case {
    std::vector<std::string> more;
    const char* message;
  };
  const Case cases[] = {
      {{"--gemeente", "0599=Wi2013,Beheer"}, "Wi2007, Wi2013, Wi2013MUT, Wi2021, Wi2021MUT"},
      {{"--gemeente", "0599=wi2013"}, "onbekende rol 'wi2013'"},
      {{"--gemeente", "0599"}, "gemeente 0599 heeft geen rollen"},
      {{"--gemeente", "1234=Wi2013"}, "gemeentecode 1234 bestaat niet"},
      {{"--gemeente", "363=Wi2013"}, "vier cijfers"},
      {{"--rollen", "Wi2013,"}, "onbekende rol ''"},
      {{"--geldig-tot", "2026-06-14"}, "ligt in het verleden"},
      {{"--geldig-van", "2026-06-14"}, "ligt in het verleden"},
      {{"--geldig-tot", "2026-02-30"}, "geen bestaande dag"},
      {{"--geldig-tot", "2026-12-31Z"}, "geen bestaande dag"},
      {{"--geldig-van", "2026-08-01", "--geldig-tot", "2026-07-31"}, "ligt voor de eerste dag"},
      {{"--oin", "0000009900000000100"}, "twintig cijfers"},
      {{"--oin", "00000099000000001abc"}, "twintig cijfers"},
      {{"--label", "nog een"}, "maar een keer"},
      {{"--wachtwoord", "geheim"}, "onbekende optie --wachtwoord"},
      {{"--rollen"}, "ontbreekt een waarde"},
      {{"--kaal=ja"}, "krijgt geen waarde"},
      {{"los"}, "een los woord"},
  };
  for (const Case& sample : cases) {
    const Answer answer = run(issueWords(sample.more));
    EXPECT_EQ(answer.code, 2) << sample.message;
    EXPECT_THAT(answer.err, HasSubstr(sample.message));
    EXPECT_THAT(answer.out, IsEmpty());
  }
  for (const std::string option : {"--label", "--leverancier", "--gemeente"}) {
    auto words = issueWords();
    const auto at = std::ranges::find(words, option);
    words.erase(at, at + 2);
    const Answer answer = run(words);
    EXPECT_EQ(answer.code, 2);
    EXPECT_THAT(answer.err, HasSubstr(option + " ontbreekt"));
  }
  EXPECT_THAT(documentsNamed(""), IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(data()));
}

TEST_F(KeysCommandTest, ADayOfTodayIsInTime) {
  EXPECT_EQ(run(issueWords({"--geldig-van", "2026-06-15", "--geldig-tot", "2026-06-15"})).code, 0);
}

TEST_F(KeysCommandTest, WithoutAListEveryMunicipalityIsTaken) {
  knownMunicipalities = nullptr;
  EXPECT_EQ(run(issueWords({"--gemeente", "1234=Wi2013"})).code, 0);
}

TEST_F(KeysCommandTest, ADirectoryThatIsNotThereMakesNoKey) {
  auto words = issueWords();
  *std::ranges::find(words, documents().string()) = (directory.path() / "nergens").string();
  const Answer answer = run(words);
  EXPECT_EQ(answer.code, 2);
  EXPECT_THAT(answer.err, HasSubstr("bestaat niet"));
  EXPECT_FALSE(std::filesystem::exists(data()));
}

TEST_F(KeysCommandTest, DocumentsThatCannotBeWrittenLeaveTheKeyAsItWas) {
  // A directory of /proc exists and takes no files, also not from root.
  auto words = issueWords();
  *std::ranges::find(words, documents().string()) = "/proc/self";
  const Answer answer = run(words);
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.err, HasSubstr("kan niet worden gemaakt"));
  EXPECT_THAT(run({"list"}).out, HasSubstr("geen applicatiesleutels"));

  const std::string sleutel = issueBare();
  const std::string wachtwoord = firstLine(documentsNamed("wachtwoord-").at(0));
  EXPECT_EQ(run({"rotate", "--sleutel", sleutel, "--direct", "--uit", "/proc/self"}).code, 1);
  EXPECT_TRUE(mayEnter(sleutel, wachtwoord));
}

TEST_F(KeysCommandTest, RotateWritesOnlyAPasswordAndLeavesTheOldOneItsTime) {
  const std::string sleutel = issueBare();
  const auto oldFile = documentsNamed("wachtwoord-").at(0);
  const Answer answer =
      run({"rotate", "--sleutel", sleutel, "--dagen", "2", "--uit", documents(), "--data", data()});
  ASSERT_EQ(answer.code, 0) << answer.err;
  EXPECT_THAT(documentsNamed("sleutel-"), SizeIs(1));
  auto files = documentsNamed("wachtwoord-");
  ASSERT_THAT(files, SizeIs(2));
  std::erase(files, oldFile);
  const std::string letter = contentOf(files[0]);
  EXPECT_THAT(letter, HasSubstr("Het vorige wachtwoord werkt nog tot 2026-06-17T"));
  EXPECT_THAT(letter, Not(HasSubstr(sleutel)));
  EXPECT_THAT(answer.out, Not(HasSubstr(valueIn(letter, "Wachtwoord:"))));
  EXPECT_TRUE(mayEnter(sleutel, valueIn(letter, "Wachtwoord:")));
  EXPECT_TRUE(mayEnter(sleutel, firstLine(oldFile), kToday.plusDays(1)));
  EXPECT_FALSE(mayEnter(sleutel, firstLine(oldFile), kToday.plusDays(2)));
}

TEST_F(KeysCommandTest, RotateDirectEndsTheOldPasswordAndCanProlongTheKey) {
  const std::string sleutel = issueBare();
  const std::string old = firstLine(documentsNamed("wachtwoord-").at(0));
  ASSERT_EQ(
      run({"rotate", "--sleutel", sleutel, "--direct", "--geldig-tot", "2028-01-01", "--uit", documents()})
          .code,
      0);
  EXPECT_FALSE(mayEnter(sleutel, old));
  EXPECT_THAT(run({"list"}).out, HasSubstr("2028-01-01"));
}

TEST_F(KeysCommandTest, MistakesInRotate) {
  const std::string sleutel = issueBare();
  for (const char* wrong : {"0", "15", "-1", "veel", "3d"})
    EXPECT_EQ(run({"rotate", "--sleutel", sleutel, "--dagen", wrong, "--uit", documents()}).code, 2) << wrong;
  EXPECT_EQ(run({"rotate", "--sleutel", sleutel, "--dagen", "3", "--direct", "--uit", documents()}).code, 2);
  EXPECT_EQ(run({"rotate", "--uit", documents()}).code, 2);
  const Answer unknown = run({"rotate", "--sleutel", "AS-NIEMAND", "--uit", documents()});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("bestaat niet"), Not(HasSubstr("AS-NIEMAND"))));
  EXPECT_THAT(documentsNamed("wachtwoord-"), SizeIs(1));
}

TEST_F(KeysCommandTest, RevokeEndsTheKeyForGood) {
  const std::string sleutel = issueBare();
  const std::string wachtwoord = firstLine(documentsNamed("wachtwoord-").at(0));
  EXPECT_EQ(run({"revoke", "--sleutel", sleutel}).code, 0);
  EXPECT_FALSE(mayEnter(sleutel, wachtwoord));
  EXPECT_EQ(run({"revoke", "--sleutel", sleutel}).code, 0) << "twice does no harm";
  EXPECT_EQ(run({"rotate", "--sleutel", sleutel, "--uit", documents()}).code, 1);
  EXPECT_EQ(run({"grant", "--sleutel", sleutel, "--gemeente", "0599=Wi2013"}).code, 1);
  EXPECT_EQ(run({"revoke"}).code, 2);
  EXPECT_EQ(run({"revoke", "--sleutel", "AS-NIEMAND"}).code, 1);
}

TEST_F(KeysCommandTest, GrantAddsReplacesAndRemoves) {
  const std::string sleutel = issueBare();
  const auto grant = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"grant", "--sleutel", sleutel};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  EXPECT_THAT(
      grant({"--gemeente", "0599", "--gemeente", "0363=Wi2013", "--rollen", "Wi2021"}).out,
      AllOf(HasSubstr("0363 Amsterdam: Wi2007, Wi2013, Wi2021"), HasSubstr("0599 Rotterdam: Wi2021")));
  EXPECT_THAT(grant({"--gemeente", "0363=Wi2021MUT", "--vervang"}).out,
              HasSubstr("0363 Amsterdam: Wi2021MUT\n"));
  EXPECT_THAT(grant({"--gemeente", "0599", "--verwijder"}).out, Not(HasSubstr("0599")));
  EXPECT_EQ(grant({"--gemeente", "0599", "--verwijder"}).code, 2) << "it was gone already";
  EXPECT_EQ(grant({"--gemeente", "0599"}).code, 2) << "no roles";
  EXPECT_EQ(grant({"--gemeente", "1234=Wi2021"}).code, 2) << "no such municipality";
  EXPECT_EQ(grant({"--gemeente", "0363=Wi2021", "--vervang", "--verwijder"}).code, 2);
  EXPECT_EQ(grant({}).code, 2);
  EXPECT_THAT(run({"list"}).out, HasSubstr("0363 Amsterdam: Wi2021MUT\n"));
}

TEST_F(KeysCommandTest, ListShowsStatusAndUseAndNoSecret) {
  const std::string sleutel = issueBare();
  const std::string wachtwoord = firstLine(documentsNamed("wachtwoord-").at(0));
  run({"rotate", "--sleutel", sleutel, "--uit", documents()});
  const std::string table = run({"list"}).out;
  const std::string json = run({"list", "--json"}).out;
  EXPECT_THAT(table, AllOf(HasSubstr(sleutel), HasSubstr("geldig"), HasSubstr("Suite (Leverancier BV)"),
                           HasSubstr("oud wachtwoord"), HasSubstr("0 keer gebruikt")));
  EXPECT_THAT(json, AllOf(HasSubstr(R"("status": "geldig")"), HasSubstr(R"("0363": ["Wi2007", "Wi2021"])"),
                          HasSubstr(R"("oin": null)")));
  const std::string database = contentOf(data() / "sleutels.sqlite") + contentOf(data() / "peper");
  KeyDirectory opened = openKeyDirectory(data()).value();
  Statement hashes =
      opened.database.prepare("SELECT hash FROM wachtwoord UNION ALL SELECT zout FROM sleutel");
  int secrets = 0;
  for (; hashes.step(); ++secrets) {
    EXPECT_THAT(table, Not(HasSubstr(hashes.text(0))));
    EXPECT_THAT(json, Not(HasSubstr(hashes.text(0))));
  }
  EXPECT_EQ(secrets, 3);
  for (const std::string& shown : {table, json, database}) EXPECT_THAT(shown, Not(HasSubstr(wachtwoord)));
}

TEST_F(KeysCommandTest, ListTellsEveryStatus) {
  run(issueWords({"--geldig-tot", "2026-07-01"}));
  EXPECT_THAT(run({"list"}, Date(2026, 7, 1)).out, Not(HasSubstr("verlopen")));
  EXPECT_THAT(run({"list"}, Date(2026, 7, 2)).out, HasSubstr("verlopen"));
  run(issueWords({"--geldig-van", "2026-08-01"}));
  EXPECT_THAT(run({"list"}).out, HasSubstr("nog niet geldig"));
  const std::string sleutel = valueIn(contentOf(documentsNamed("sleutel-").at(0)), "Applicatiesleutel:");
  run({"revoke", "--sleutel", sleutel});
  EXPECT_THAT(run({"list"}).out, HasSubstr("ingetrokken op 2026-06-15"));
}

TEST_F(KeysCommandTest, ListNeedsADirectoryThatIsThere) {
  const Answer answer = run({"list"});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.err, HasSubstr("bestaat niet"));
  EXPECT_FALSE(std::filesystem::exists(data())) << "looking makes nothing";
}

TEST_F(KeysCommandTest, HelpIsThereForEveryCommandAndUnknownOnesGetIt) {
  EXPECT_EQ(run({}).code, 2);
  EXPECT_THAT(run({"--help"}).out, HasSubstr("Gebruik: cvsgw keys"));
  for (const std::string name : {"issue", "list", "rotate", "revoke", "grant"}) {
    const Answer answer = run({name, "--help"});
    EXPECT_EQ(answer.code, 0);
    EXPECT_THAT(answer.out, HasSubstr("Gebruik: cvsgw keys " + name));
  }
  const Answer unknown = run({"vernieuw"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("onbekende opdracht"));
}

TEST(JsonString, EscapesWhatWouldBreakOut) {
  EXPECT_EQ(jsonString("a\"b\\c\nd\x01"), R"("a\"b\\c\u000ad\u0001")");
}

}  // namespace
}  // namespace cvsgw::security
