#include "adapters/mail/smtp.hpp"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <set>
#include <stdexcept>

#include "adapters/mail/koppen.hpp"

namespace cvsgw::mail {
namespace {

using isi::Bezorging;

struct EasyFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MimeFree {
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Easy = std::unique_ptr<CURL, EasyFree>;
using Mime = std::unique_ptr<curl_mime, MimeFree>;

class List {
 public:
  List() = default;
  List(const List&) = delete;
  List& operator=(const List&) = delete;
  ~List() { curl_slist_free_all(list_); }
  void add(const std::string& line) {
    auto* longer = curl_slist_append(list_, line.c_str());
    if (!longer) throw std::bad_alloc();
    list_ = longer;
  }
  curl_slist* get() const { return list_; }

 private:
  curl_slist* list_ = nullptr;
};

/// How far the conversation came: the last command that decides over anything.
enum class Stap : std::uint8_t { verbinding, begroeting, starttls, inloggen, afzender, ontvanger, inhoud };

std::string_view naam(Stap stap) {
  static constexpr std::array<std::string_view, 7> kNamen{"verbinding", "EHLO", "STARTTLS", "AUTH",
                                                          "MAIL",       "RCPT", "DATA"};
  return kNamen.at(static_cast<std::size_t>(stap));
}

// libcurl tells what it sends; only the command's name is looked at, since what follows may be a password or
// an address.
int volg(CURL*, curl_infotype type, char* data, size_t size, void* context) {
  if (type != CURLINFO_HEADER_OUT) return 0;
  struct Command {
    std::string_view name;
    Stap stap;
  };
  static constexpr auto kCommands = std::to_array<Command>({{"EHLO ", Stap::begroeting},
                                                            {"HELO ", Stap::begroeting},
                                                            {"STARTTLS", Stap::starttls},
                                                            {"AUTH ", Stap::inloggen},
                                                            {"MAIL FROM:", Stap::afzender},
                                                            {"RCPT TO:", Stap::ontvanger},
                                                            {"DATA", Stap::inhoud}});
  const std::string_view line(data, size);
  for (const auto& command : kCommands) {
    if (line.starts_with(command.name)) *static_cast<Stap*>(context) = command.stap;
  }
  return 0;
}

std::string zonderAntwoord(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "naam van de mailserver onbekend";
    case CURLE_COULDNT_CONNECT:
      return "geen verbinding";
    case CURLE_OPERATION_TIMEDOUT:
      return "geen antwoord binnen de termijn";
    case CURLE_USE_SSL_FAILED:
      return "mailserver biedt geen TLS";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "certificaat van de mailserver niet vertrouwd";
    case CURLE_SSL_CONNECT_ERROR:
      return "TLS komt niet tot stand";
    case CURLE_LOGIN_DENIED:
      return "inloggen geweigerd";
    case CURLE_SSL_CACERT_BADFILE:
      return "mail.ca is geen bestand met uitgevers";
    default:
      return "libcurl " + std::to_string(static_cast<int>(code));
  }
}

Bezorging uitslag(CURLcode code, long antwoord, Stap stap) {
  if (code == CURLE_OK) return {Bezorging::Soort::bezorgd, {}};
  const bool dezeMail = stap == Stap::ontvanger || stap == Stap::inhoud;
  const bool gezegd = antwoord >= 400 && antwoord <= 599;
  Bezorging out;
  out.soort = !dezeMail                   ? Bezorging::Soort::onbereikbaar
              : gezegd && antwoord >= 500 ? Bezorging::Soort::geweigerd
                                          : Bezorging::Soort::nietNu;
  out.oorzaak = gezegd ? "SMTP " + std::to_string(antwoord) : zonderAntwoord(code);
  if (gezegd || stap != Stap::verbinding) out.oorzaak += " bij " + std::string(naam(stap));
  return out;
}

std::string metCrlf(const std::string& tekst) {
  std::string out;
  out.reserve(tekst.size() + tekst.size() / 40);
  for (const char c : tekst) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

template <class Value>
void zet(const Easy& easy, CURLoption option, Value value) {
  if (const auto code = curl_easy_setopt(easy.get(), option, value); code != CURLE_OK)
    throw std::runtime_error("libcurl refuses option " + std::to_string(option));
}

void zetVerbinding(const Easy& easy, const SmtpOpties& opties) {
  const bool v6 = opties.server.find(':') != std::string::npos && opties.server.front() != '[';
  const std::string server = v6 ? "[" + opties.server + "]" : opties.server;
  const bool impliciet = opties.versleuteling == Versleuteling::impliciet;
  const std::string url = (impliciet ? "smtps://" : "smtp://") + server + ":" + std::to_string(opties.poort);
  zet(easy, CURLOPT_URL, url.c_str());
  zet(easy, CURLOPT_PROTOCOLS_STR, impliciet ? "smtps" : "smtp");
  zet(easy, CURLOPT_PROXY, "");  // never by way of a proxy that the environment names
  const auto tls = opties.versleuteling == Versleuteling::geen ? CURLUSESSL_NONE : CURLUSESSL_ALL;
  zet(easy, CURLOPT_USE_SSL, static_cast<long>(tls));
  zet(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!opties.ca.empty()) {
    zet(easy, CURLOPT_CAINFO, opties.ca.c_str());
    zet(easy, CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }
  if (!opties.gebruiker.empty()) {
    zet(easy, CURLOPT_USERNAME, opties.gebruiker.c_str());
    zet(easy, CURLOPT_PASSWORD, std::string(opties.wachtwoord.reveal()).c_str());
  }
  zet(easy, CURLOPT_NOSIGNAL, 1L);
  zet(easy, CURLOPT_QUICK_EXIT, 1L);  // does not wait for a name that is still being looked up
  zet(easy, CURLOPT_FORBID_REUSE, 1L);
  zet(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(opties.termijn.count()));
  zet(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(opties.termijn.count()));
  // Default: two minutes for each answer, whatever the term.
  zet(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max(1L, static_cast<long>(opties.termijn.count() / 1000)));
}

Mime maakInhoud(const Easy& easy, const std::string& tekst) {
  Mime mime(curl_mime_init(easy.get()));
  curl_mimepart* part = mime ? curl_mime_addpart(mime.get()) : nullptr;
  const std::string regels = metCrlf(tekst);
  if (!part || curl_mime_data(part, regels.data(), regels.size()) != CURLE_OK ||
      curl_mime_type(part, "text/plain; charset=utf-8") != CURLE_OK ||
      curl_mime_encoder(part, "quoted-printable") != CURLE_OK)
    throw std::bad_alloc();
  return mime;
}

}  // namespace

namespace {

/// The sockets of the attempt under way. libcurl waits for the answer to its QUIT without looking at anything
/// else; an end of the connection is what it notices.
class Lijn {
 public:
  int open(curl_sockaddr* adres) {
    const std::lock_guard lock(mutex_);
    if (dicht_) return CURL_SOCKET_BAD;
    const int fd = ::socket(adres->family, adres->socktype | SOCK_CLOEXEC, adres->protocol);
    if (fd >= 0) open_.insert(fd);
    return fd;
  }
  void sluit(int fd) {
    const std::lock_guard lock(mutex_);
    open_.erase(fd);
    ::close(fd);
  }
  void breekAf() {
    const std::lock_guard lock(mutex_);
    dicht_ = true;
    for (const int fd : open_) ::shutdown(fd, SHUT_RDWR);
  }

 private:
  std::mutex mutex_;
  std::set<int> open_;  // more than one while addresses are tried side by side
  bool dicht_ = false;
};

}  // namespace

struct Smtp::Multi {
  Multi() : handle(curl_multi_init()) {
    if (!handle) throw std::runtime_error("libcurl gives no handle");
  }
  Multi(const Multi&) = delete;
  Multi& operator=(const Multi&) = delete;
  ~Multi() { curl_multi_cleanup(handle); }

  // The attempt's own result; CURLE_ABORTED_BY_CALLBACK when it was broken off.
  CURLcode voerUit(CURL* easy, const std::atomic<bool>& afgebroken) const {
    curl_multi_add_handle(handle, easy);
    CURLcode result = CURLE_ABORTED_BY_CALLBACK;
    for (int running = 1; running > 0 && !afgebroken.load();) {
      if (curl_multi_perform(handle, &running) != CURLM_OK) break;
      if (running > 0) curl_multi_poll(handle, nullptr, 0, 1000, nullptr);
      int left = 0;
      while (const CURLMsg* message = curl_multi_info_read(handle, &left)) {
        if (message->msg == CURLMSG_DONE) result = message->data.result;
      }
    }
    curl_multi_remove_handle(handle, easy);
    return result;
  }

  void verbind(CURL* easy) {
    const auto open = [](void* van, curlsocktype, curl_sockaddr* adres) -> curl_socket_t {
      return static_cast<Lijn*>(van)->open(adres);
    };
    const auto sluit = [](void* van, curl_socket_t fd) -> int {
      static_cast<Lijn*>(van)->sluit(fd);
      return 0;
    };
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, +open);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &lijn);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, +sluit);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, &lijn);
  }

  Lijn lijn;
  CURLM* handle;
};

Smtp::Smtp(SmtpOpties opties) : opties_(std::move(opties)) {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kReady != CURLE_OK) throw std::runtime_error("libcurl does not start");
  multi_ = std::make_unique<Multi>();
}

Smtp::~Smtp() = default;

void Smtp::breekAf() noexcept {
  afgebroken_ = true;
  curl_multi_wakeup(multi_->handle);
  multi_->lijn.breekAf();
}

isi::Bezorging Smtp::verstuur(const isi::Poststuk& stuk, Moment nu) {
  if (!isAdres(stuk.aan)) return {Bezorging::Soort::geweigerd, "adres kan niet worden gebruikt"};
  try {
    List ontvangers;
    List koppen;
    Mime inhoud;
    Easy easy(curl_easy_init());  // last, so that it goes first: it refers to the others
    if (!easy) throw std::bad_alloc();
    Stap stap = Stap::verbinding;
    zet(easy, CURLOPT_VERBOSE, 1L);
    zet(easy, CURLOPT_DEBUGFUNCTION, &volg);
    zet(easy, CURLOPT_DEBUGDATA, static_cast<void*>(&stap));
    zetVerbinding(easy, opties_);
    multi_->verbind(easy.get());
    zet(easy, CURLOPT_MAIL_FROM, opties_.afzender.c_str());
    ontvangers.add(stuk.aan);
    zet(easy, CURLOPT_MAIL_RCPT, ontvangers.get());
    koppen.add("From: <" + opties_.afzender + ">");
    koppen.add("To: <" + stuk.aan + ">");
    koppen.add("Subject: " + onderwerp(stuk.onderwerp));
    koppen.add("Date: " + datum(nu));
    koppen.add("Message-ID: <" + stuk.messageKenmerk + opties_.afzender.substr(opties_.afzender.find('@')) +
               ">");
    koppen.add("Auto-Submitted: auto-generated");
    koppen.add("Content-Language: nl");
    zet(easy, CURLOPT_HTTPHEADER, koppen.get());
    inhoud = maakInhoud(easy, stuk.tekst);
    zet(easy, CURLOPT_MIMEPOST, inhoud.get());
    const CURLcode code = multi_->voerUit(easy.get(), afgebroken_);
    if (afgebroken_.load() && code != CURLE_OK)
      return {Bezorging::Soort::nietNu, "afgebroken: de gateway stopt"};
    long antwoord = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &antwoord);
    return uitslag(code, antwoord, stap);
  } catch (const std::exception&) {
    return {Bezorging::Soort::onbereikbaar, "te weinig geheugen, of een libcurl die dit niet kan"};
  }
}

}  // namespace cvsgw::mail
