#include "adapters/store/populate/namen.hpp"

#include <array>

namespace cvsgw::store {
namespace {

using Names = std::string_view;

constexpr Names kSyrieM[] = {"Ahmad", "Mohamad", "Khaled", "Omar", "Yusuf", "Bashar", "Nizār", "Samer"};
constexpr Names kSyrieV[] = {"Fatima", "Rania", "Nour", "Hala", "Lina", "Amīna", "Rasha"};
constexpr Names kSyrieA[] = {"al|Hassan", "al|Khatib", "Haddad",  "Darwish",
                             "al|Ahmad",  "Sabbagh",   "Kabbani", "Najjar"};
constexpr Names kSyrieP[] = {"Damascus", "Aleppo", "Homs", "Hama", "Latakia"};
constexpr Names kEritreaM[] = {"Tesfay", "Yonas", "Samuel", "Filmon", "Berhane", "Kidane"};
constexpr Names kEritreaV[] = {"Selam", "Feven", "Mehret", "Saba", "Luwam", "Eden"};
constexpr Names kEritreaA[] = {"Tekle", "Ghebremedhin", "Weldu", "Haile", "Berhe", "Abraha"};
constexpr Names kEritreaP[] = {"Asmara", "Keren", "Massawa", "Mendefera"};
constexpr Names kTurkijeM[] = {"Mehmet", "Çağlar", "Emre", "Gökhan", "İsmail", "Uğur", "Ömer"};
constexpr Names kTurkijeV[] = {"Ayşe", "Gülşen", "Zeynep", "Şebnem", "Özlem", "Tuğçe"};
constexpr Names kTurkijeA[] = {"Yılmaz", "Şahin", "Öztürk", "Çelik", "Doğan", "Güneş", "Kılıç"};
constexpr Names kTurkijeP[] = {"İstanbul", "Ankara", "İzmir", "Diyarbakır", "Eskişehir"};
constexpr Names kOekraineM[] = {"Andrij", "Oleksandr", "Dmytro", "Ivan", "Mykola"};
constexpr Names kOekraineV[] = {"Olena", "Nataliia", "Iryna", "Oksana", "Kateryna"};
constexpr Names kOekraineA[] = {"Shevchenko", "Kovalenko", "Bondarenko", "Tkachuk", "Melnyk"};
constexpr Names kOekraineP[] = {"Kyiv", "Lviv", "Odesa", "Charkiv"};
constexpr Names kMarokkoM[] = {"Youssef", "Hassan", "Rachid", "Saïd", "Noureddine", "Jaouad"};
constexpr Names kMarokkoV[] = {"Naïma", "Khadija", "Samira", "Loubna", "Zoubida"};
constexpr Names kMarokkoA[] = {"el|Idrissi", "Bennani", "Chaouch", "Amrani", "ait|Brahim", "Ouazzani"};
constexpr Names kMarokkoP[] = {"Nador", "Al Hoceima", "Casablanca", "Fès"};
constexpr Names kPolenM[] = {"Wojciech", "Łukasz", "Paweł", "Michał", "Grzegorz"};
constexpr Names kPolenV[] = {"Małgorzata", "Agnieszka", "Bożena", "Żaneta", "Urszula"};
constexpr Names kPolenA[] = {"Wiśniewski", "Kowalczyk", "Zieliński", "Łuczak", "Dąbrowska"};
constexpr Names kPolenP[] = {"Łódź", "Kraków", "Wrocław", "Gdańsk"};
constexpr Names kVietnamM[] = {"Minh", "Tuấn", "Hùng", "Đức"};
constexpr Names kVietnamV[] = {"Hương", "Thảo", "Ngọc", "Lan"};
constexpr Names kVietnamA[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Đặng"};
constexpr Names kVietnamP[] = {"Hanoi", "Huế", "Đà Nẵng"};
constexpr Names kBrazilieM[] = {"João", "Antônio", "Luís", "Sérgio"};
constexpr Names kBrazilieV[] = {"Conceição", "Letícia", "Inês", "Flávia"};
constexpr Names kBrazilieA[] = {"da|Silva", "dos|Santos", "Gonçalves", "Araújo", "de|Oliveira"};
constexpr Names kBrazilieP[] = {"São Paulo", "Recife", "Brasília", "Belém"};
constexpr Names kSurinameM[] = {"Johan", "Ricardo", "Dennis", "Radjesh"};
constexpr Names kSurinameV[] = {"Mariëlle", "Sandra", "Priya", "Joyce"};
constexpr Names kSurinameA[] = {"van der|Veen", "de|Vries", "Ramdin", "Jansen", "Bäcker", "'t|Hooft"};
constexpr Names kSurinameP[] = {"Paramaribo", "Nickerie", "Albina"};
constexpr Names kIranM[] = {"Reza", "Amir", "Dariush", "Farhad"};
constexpr Names kIranV[] = {"Shirin", "Parisa", "Nasrin", "Leila"};
constexpr Names kIranA[] = {"Hosseini", "Rahimi", "Karimi", "Ghorbani"};
constexpr Names kIranP[] = {"Teheran", "Isfahan", "Shiraz"};

constexpr std::array kHerkomsten = std::to_array<Herkomst>({
    {"Syrië", "Syrische", kSyrieM, kSyrieV, kSyrieA, kSyrieP},
    {"Eritrea", "Eritrese", kEritreaM, kEritreaV, kEritreaA, kEritreaP},
    {"Turkije", "Turkse", kTurkijeM, kTurkijeV, kTurkijeA, kTurkijeP},
    {"Oekraïne", "Oekraïense", kOekraineM, kOekraineV, kOekraineA, kOekraineP},
    {"Marokko", "Marokkaanse", kMarokkoM, kMarokkoV, kMarokkoA, kMarokkoP},
    {"Polen", "Poolse", kPolenM, kPolenV, kPolenA, kPolenP},
    {"Vietnam", "Vietnamese", kVietnamM, kVietnamV, kVietnamA, kVietnamP},
    {"Brazilië", "Braziliaanse", kBrazilieM, kBrazilieV, kBrazilieA, kBrazilieP},
    {"Suriname", "Surinaamse", kSurinameM, kSurinameV, kSurinameA, kSurinameP},
    {"Iran", "Iraanse", kIranM, kIranV, kIranA, kIranP},
});

constexpr Names kStraten[] = {
    "Dorpsstraat",  "Kerklaan",      "Stationsweg", "Molenpad",     "Prinses Beatrixlaan",
    "Lindenhof",    "Brugstraat",    "Marktplein",  "Zeeëgel",      "Burgemeester Röellstraat",
    "Kastanjelaan", "Ringdijk",      "Havenkade",   "Schoolstraat", "Vondelhof",
    "Tulpstraat",   "Coöperatieweg", "Eikenlaan"};

}  // namespace

std::span<const Herkomst> herkomsten() {
  return kHerkomsten;
}
std::span<const std::string_view> straten() {
  return kStraten;
}

}  // namespace cvsgw::store
