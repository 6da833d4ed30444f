#include "adapters/store/populate/populate.hpp"

#include <algorithm>

#include "adapters/store/dag.hpp"
#include "adapters/store/populate/namen.hpp"

namespace cvsgw::store {
namespace {

// Named test persons have numbers from 999990000 on; made-up ones come below that, downwards, so that
// populations of up to about eight thousand stay in the 9999… range of test numbers, and larger ones close to
// it.
constexpr std::int64_t kFirstMadeUpBsn = 999989999;
constexpr std::int64_t kPersonsPerTransaction = 5000;

class BsnSource {
 public:
  Bsn next() {
    for (;; --next_) {
      if (auto bsn = Bsn::parse(std::to_string(next_))) {
        --next_;
        return *std::move(bsn);
      }
    }
  }

 private:
  std::int64_t next_ = kFirstMadeUpBsn;
};

// Ten digits, the first not zero, no two neighbours equal, sum of digits 0 or 5 modulo 11, sum of digit x 2^i
// 0 modulo 11.
bool isANummer(const std::string& digits) {
  int sum = 0;
  int weighted = 0;
  for (size_t i = 0; i < 10; ++i) {
    if (i > 0 && digits[i] == digits[i - 1]) return false;
    const int d = digits[i] - '0';
    sum += d;
    weighted += d << i;
  }
  return digits[0] != '0' && (sum % 11 == 0 || sum % 11 == 5) && weighted % 11 == 0;
}

class ANummerSource {
 public:
  std::string next() {
    while (!isANummer(std::to_string(next_))) ++next_;
    return std::to_string(next_++);
  }

 private:
  std::int64_t next_ = 1'201'010'101;
};

// One municipality in ten draws from the first forty, so that sizes differ as they do in the country.
const CodeRow& pickGemeente(Random& random, std::span<const CodeRow> all) {
  const auto large = std::min<size_t>(40, all.size());
  return all[random.chance(45) ? random.below(large) : random.below(all.size())];
}

BasisPersoon makePerson(Random& random, const PopulateOptions& options, BsnSource& bsns,
                        ANummerSource& aNummers) {
  const auto& herkomst = random.pick(herkomsten());
  BasisPersoon person;
  person.bsn = bsns.next();
  person.aNummer = aNummers.next();
  const auto sex = random.below(50);
  person.geslacht = sex == 0 ? "Onbekend" : sex % 2 == 0 ? "Man" : "Vrouw";
  person.voornamen =
      std::string(random.pick(person.geslacht == "Vrouw" ? herkomst.vrouwen : herkomst.mannen));
  const std::string name(random.pick(herkomst.achternamen));
  const auto bar = name.find('|');
  if (bar != std::string::npos) person.voorvoegsels = name.substr(0, bar);
  person.achternaam = bar == std::string::npos ? name : name.substr(bar + 1);
  person.geboortedatum = random.dateBetween(options.vandaag.plusYears(-66), options.vandaag.plusYears(-18));
  person.geboorteland = std::string(herkomst.land);
  person.geboorteplaats = std::string(random.pick(herkomst.plaatsen));
  person.nationaliteit = std::string(herkomst.nationaliteit);
  person.straatnaam = std::string(random.pick(straten()));
  person.huisnummer = std::to_string(random.between(1, 240));
  person.postcode = std::to_string(random.between(1011, 9999)) + static_cast<char>('A' + random.below(26)) +
                    static_cast<char>('A' + random.below(26));
  const auto& home = pickGemeente(random, options.gemeenten);
  const auto* other = &pickGemeente(random, options.gemeenten);
  if (other == &home)
    other = &options.gemeenten[(static_cast<size_t>(&home - options.gemeenten.data()) + 1) %
                               options.gemeenten.size()];
  person.gemeente = *Gemeentecode::parse(home.code);
  person.gemeentenaam = std::string(home.omschrijving);
  person.andereGemeente = *Gemeentecode::parse(other->code);
  return person;
}

void addPerson(Session& writer, const BasisPersoon& person, Random& random, Date vandaag) {
  // Two in five under each of the newer laws, one in five under the oldest.
  switch (person.index % 5) {
    case 0:
    case 2:
      return populateWi2021(writer, person, random, vandaag);
    case 1:
    case 3:
      return populateWi2013(writer, person, random, vandaag);
    default:
      return populateWi2007(writer, person, random, vandaag);
  }
}

void refuseFilled(Database& database) {
  Database::Reading session(database);
  auto query = session->query("SELECT 1 FROM dossier LIMIT 1");
  if (query.step()) throw Error("the database already holds persons: populate a new one");
}

}  // namespace

void populate(Database& database, const PopulateOptions& options) {
  refuseFilled(database);
  Random random(options.seed);
  BsnSource bsns;
  ANummerSource aNummers;
  database.bulkLoad(true);
  {
    Database::Writing writer(database);
    prepareWi2021(*writer, options.gemeenten, random, options.vandaag);
    testpersonenWi2007(&*writer, options.vandaag);
    testpersonenWi2013(&*writer, options.vandaag);
    testpersonenWi2021(&*writer, options.vandaag);
    writer.commit();
  }
  for (std::int64_t done = 0; done < options.persons;) {
    Database::Writing writer(database);
    const auto until = std::min(done + kPersonsPerTransaction, options.persons);
    for (; done < until; ++done) {
      auto person = makePerson(random, options, bsns, aNummers);
      person.index = done;
      addPerson(*writer, person, random, options.vandaag);
      if (options.progress && done % 1000 == 999) options.progress(done + 1, options.persons);
    }
    writer.commit();
  }
  processDays(database, options.vandaag);
  database.bulkLoad(false);
}

std::vector<Testpersoon> testpersonen() {
  std::vector<Testpersoon> all;
  for (auto* list : {testpersonenWi2007, testpersonenWi2013, testpersonenWi2021}) {
    for (auto& person : list(nullptr, Date{})) all.push_back(std::move(person));
  }
  std::ranges::sort(all, {}, &Testpersoon::bsn);
  return all;
}

}  // namespace cvsgw::store
