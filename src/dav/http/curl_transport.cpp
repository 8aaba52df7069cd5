#include "dav/http/curl_transport.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <list>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "dav/http/pace.h"

namespace jalon {
namespace {

using Clock = std::chrono::steady_clock;  // for waiting only: no result depends on it

struct CurlLibrary {
  CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
  ~CurlLibrary() { curl_global_cleanup(); }
  CurlLibrary(const CurlLibrary&) = delete;
  CurlLibrary& operator=(const CurlLibrary&) = delete;
};

struct HeaderList {
  curl_slist* list = nullptr;
  HeaderList() = default;
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

struct Flight {
  Attempt attempt;
  Answered answered;
  Clock::time_point not_before;
  Clock::time_point begun;
  CURL* easy = nullptr;
  std::unique_ptr<HeaderList> headers;
  HttpResponse response;
  std::size_t limit = 0;
  bool too_large = false;
  std::array<char, CURL_ERROR_SIZE> words{};
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& flight = *static_cast<Flight*>(user);
  const std::size_t length = size * count;
  flight.too_large = flight.response.body.size() + length > flight.limit;
  if (flight.too_large) return 0;
  flight.response.body.append(bytes, length);
  return length;
}

constexpr std::size_t most_headers = 512;

// A new status line begins a new answer (100, a proxy's, a challenge): only the last one counts.
std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& flight = *static_cast<Flight*>(user);
  std::string_view line(bytes, size * count);
  const std::size_t length = line.size();
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  if (line.starts_with("HTTP/")) {
    flight.response.headers.clear();
    flight.response.body.clear();
    return length;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return length;
  if (flight.response.headers.size() >= most_headers) return 0;
  const std::size_t begin = line.find_first_not_of(" \t", colon + 1);
  flight.response.headers.emplace_back(line.substr(0, colon),
                                       begin == std::string_view::npos ? "" : line.substr(begin));
  return length;
}

std::string words_of(const Flight& flight, CURLcode code) {
  return flight.words[0] != '\0' ? flight.words.data() : curl_easy_strerror(code);
}

Code code_of_verification(CURL* easy, const std::string& words) {
  long result = 0;
  curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
  // libcurl compares names by itself, after OpenSSL, whose result says nothing of that.
  if (words.find("target host name") != std::string::npos) return Code::tls_name;
  if (result == 10 || words.find("expired") != std::string::npos) return Code::tls_expired;
  if (result != 0) return Code::tls_unknown;
  return Code::tls_name;
}

Code code_of(CURLcode code, const Flight& flight) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return Code::net_resolve;
    case CURLE_COULDNT_CONNECT:
      return Code::net_connect;
    case CURLE_OPERATION_TIMEDOUT:
      return Code::net_timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
      return code_of_verification(flight.easy, words_of(flight, code));
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
      return Code::tls_file;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CIPHER:
      return Code::tls_failed;
    case CURLE_WRITE_ERROR:
      return Code::net_large;
    default:
      return Code::net_cut;
  }
}

Error error_of(CURLcode code, const Flight& flight, const TransportOptions& options) {
  const std::string origin = origin_of(flight.attempt.request.url);
  const Code what = code_of(code, flight);
  const ErrorKind kind = what == Code::net_large ? ErrorKind::protocol : ErrorKind::network;
  if (what == Code::net_resolve) return {kind, what, {flight.attempt.request.url.host}};
  if (what == Code::tls_file) {
    const bool authorities = code == CURLE_SSL_CACERT_BADFILE;
    return {ErrorKind::config, what, {authorities ? options.ca_file : options.client_cert}};
  }
  return {kind, what, {origin, words_of(flight, code)}};
}

void set_text(CURL* easy, CURLoption option, const std::string& value) {
  if (!value.empty()) curl_easy_setopt(easy, option, value.c_str());
}

void forget_credentials(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_USERNAME, nullptr);
  curl_easy_setopt(easy, CURLOPT_PASSWORD, nullptr);
  curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, nullptr);
  curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
}

void set_credentials(CURL* easy, const Credentials& credentials) {
  forget_credentials(easy);
  if (credentials.proof == Proof::none) return;
  if (credentials.proof == Proof::bearer) {
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, credentials.secret.c_str());
    return;
  }
  const bool digest = credentials.proof == Proof::digest;
  curl_easy_setopt(easy, CURLOPT_HTTPAUTH, digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC);
  curl_easy_setopt(easy, CURLOPT_USERNAME, credentials.user.c_str());
  curl_easy_setopt(easy, CURLOPT_PASSWORD, credentials.secret.c_str());
}

void set_limits(CURL* easy, const TransportOptions& options, Patience patience) {
  const std::chrono::milliseconds silence = patience == Patience::usual ? options.silent_time : options.whole_time;
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_time.count()));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.whole_time.count()));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 16L);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, std::max<long>(1, static_cast<long>(silence.count() / 1000)));
  set_text(easy, CURLOPT_CAINFO, options.ca_file);
  set_text(easy, CURLOPT_SSLCERT, options.client_cert);
  set_text(easy, CURLOPT_SSLKEY, options.client_key);
}

void set_request(Flight& flight) {
  CURL* easy = flight.easy;
  const HttpRequest& request = flight.attempt.request;
  curl_easy_setopt(easy, CURLOPT_URL, to_string(request.url).c_str());
  curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, nullptr);
  curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);  // after the line above, which alone means POST
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, nullptr);
  if (!request.body.empty() || request.method == "PUT") {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
  }
  if (request.method == "HEAD") curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  // A compressed answer may carry another ETag than the object's own: only what lists and reads many asks for it.
  if (request.method == "REPORT" || request.method == "PROPFIND") curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  flight.headers = std::make_unique<HeaderList>();
  for (const auto& [name, value] : request.headers) {
    std::string line = name;
    flight.headers->add(line.append(": ").append(value));
  }
  flight.headers->add("Expect:");
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, flight.headers->list);
}

void set_ears(Flight& flight) {
  curl_easy_setopt(flight.easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(flight.easy, CURLOPT_WRITEDATA, &flight);
  curl_easy_setopt(flight.easy, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(flight.easy, CURLOPT_HEADERDATA, &flight);
  curl_easy_setopt(flight.easy, CURLOPT_ERRORBUFFER, flight.words.data());
  curl_easy_setopt(flight.easy, CURLOPT_PRIVATE, &flight);
  curl_easy_setopt(flight.easy, CURLOPT_USERAGENT, "jalon");
}

bool is_push_back(const Result<HttpResponse>& result) {
  if (result) return result->status == 429 || result->status == 503;
  return result.error().code == Code::net_timeout;
}

std::size_t sum_of(CURL* easy, CURLINFO body, CURLINFO head) {
  curl_off_t bytes = 0;
  long head_bytes = 0;
  curl_easy_getinfo(easy, body, &bytes);
  curl_easy_getinfo(easy, head, &head_bytes);
  return static_cast<std::size_t>(bytes) + static_cast<std::size_t>(head_bytes);
}

}  // namespace

class CurlTransport::Multi {
 public:
  explicit Multi(TransportOptions options) : options_(std::move(options)), pace_(options_.most_at_once) {
    static const CurlLibrary library;
    multi_ = curl_multi_init();
    curl_multi_setopt(multi_, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(options_.most_at_once));
  }
  Multi(const Multi&) = delete;
  Multi& operator=(const Multi&) = delete;
  ~Multi() {
    for (const auto& flight : flying_) {
      curl_multi_remove_handle(multi_, flight->easy);
      curl_easy_cleanup(flight->easy);
    }
    for (CURL* easy : idle_) curl_easy_cleanup(easy);
    curl_multi_cleanup(multi_);
  }

  void submit(Attempt attempt, Answered answered) {
    auto flight = std::make_unique<Flight>();
    flight->not_before = Clock::now() + attempt.delay;
    flight->attempt = std::move(attempt);
    flight->answered = std::move(answered);
    waiting_.push_back(std::move(flight));
  }

  void run() {
    while (!waiting_.empty() || !flying_.empty()) {
      begin_what_may();
      int running = 0;
      curl_multi_perform(multi_, &running);
      const bool some_done = finish_what_is_done();
      if (!some_done && (!waiting_.empty() || !flying_.empty()))
        curl_multi_poll(multi_, nullptr, 0, patience(), nullptr);
    }
  }

  const TransportCounts& counts() const { return counts_; }

 private:
  using Flights = std::list<std::unique_ptr<Flight>>;

  void begin_what_may() {
    const auto now = Clock::now();
    for (auto it = waiting_.begin(); it != waiting_.end() && flying_.size() < pace_.window();) {
      if ((*it)->not_before > now) {
        ++it;
        continue;
      }
      std::unique_ptr<Flight> flight = std::move(*it);
      it = waiting_.erase(it);
      begin(std::move(flight));
    }
  }

  void begin(std::unique_ptr<Flight> flight) {
    flight->easy = take_easy();
    flight->begun = Clock::now();
    flight->limit = options_.largest_answer;
    set_limits(flight->easy, options_, flight->attempt.request.patience);
    set_request(*flight);
    // Waits for a connection that may carry many requests; where there is none to come, that is one after the other.
    curl_easy_setopt(flight->easy, CURLOPT_PIPEWAIT, may_share(flight->attempt.request.url) ? 1L : 0L);
    set_credentials(flight->easy, flight->attempt.credentials);
    set_ears(*flight);
    if (options_.trace) trace("> " + flight->attempt.request.method + " " + to_string(flight->attempt.request.url));
    curl_multi_add_handle(multi_, flight->easy);
    flying_.push_back(std::move(flight));
  }

  // HTTP/2 is spoken over TLS alone here, and only by a server that has not shown otherwise.
  bool may_share(const Url& url) const { return url.scheme == "https" && !answered_by_old_; }

  // A handle that was used knows the last Digest challenge, so that the next request need not be asked again: it is not
  // reset, and everything that a request sets is set by each.
  CURL* take_easy() {
    if (idle_.empty()) return curl_easy_init();
    CURL* easy = idle_.back();
    idle_.pop_back();
    return easy;
  }

  bool finish_what_is_done() {
    bool some = false;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;
      Flight* flight = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &flight);
      finish(flight, code);
      some = true;
    }
    return some;
  }

  void finish(Flight* which, CURLcode code) {
    const auto place = std::find_if(flying_.begin(), flying_.end(), [&](const auto& f) { return f.get() == which; });
    const std::size_t busy = flying_.size();
    std::unique_ptr<Flight> flight = std::move(*place);
    flying_.erase(place);
    count(flight->easy);
    Result<HttpResponse> result = outcome(*flight, code);
    curl_multi_remove_handle(multi_, flight->easy);
    idle_.push_back(flight->easy);
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - flight->begun);
    pace_.done(is_push_back(result) ? Outcome::pushed_back : Outcome::answered, taken, busy);
    flight->answered(std::move(result));
  }

  Result<HttpResponse> outcome(Flight& flight, CURLcode code) {
    if (code != CURLE_OK) {
      trace("< " + words_of(flight, code));
      return error_of(code, flight, options_);
    }
    long status = 0, version = 0;
    curl_easy_getinfo(flight.easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(flight.easy, CURLINFO_HTTP_VERSION, &version);
    answered_by_old_ = version != CURL_HTTP_VERSION_2_0;
    flight.response.status = static_cast<int>(status);
    flight.response.url = flight.attempt.request.url;
    if (options_.trace) {
      trace("< " + status_line(flight.response.status) + ", " + std::to_string(flight.response.body.size()) + " bytes");
    }
    return std::move(flight.response);
  }

  void count(CURL* easy) {
    ++counts_.requests;
    counts_.sent += sum_of(easy, CURLINFO_SIZE_UPLOAD_T, CURLINFO_REQUEST_SIZE);
    counts_.received += sum_of(easy, CURLINFO_SIZE_DOWNLOAD_T, CURLINFO_HEADER_SIZE);
  }

  // How long nothing can happen but what the network brings, in milliseconds.
  int patience() const {
    constexpr int longest = 1000;
    if (waiting_.empty() || flying_.size() >= pace_.window()) return longest;
    const auto next = std::min_element(waiting_.begin(), waiting_.end(),
                                       [](const auto& a, const auto& b) { return a->not_before < b->not_before; });
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>((*next)->not_before - Clock::now());
    return static_cast<int>(std::clamp<long long>(wait.count(), 0, longest));
  }

  void trace(const std::string& line) const {
    if (options_.trace) options_.trace(line);
  }

  TransportOptions options_;
  Pace pace_;
  CURLM* multi_ = nullptr;
  Flights waiting_;
  Flights flying_;
  std::vector<CURL*> idle_;
  bool answered_by_old_ = false;  // the last answer was in HTTP/1
  TransportCounts counts_;
};

CurlTransport::CurlTransport(TransportOptions options) : multi_(std::make_unique<Multi>(std::move(options))) {}
CurlTransport::~CurlTransport() = default;
void CurlTransport::submit(Attempt attempt, Answered answered) {
  multi_->submit(std::move(attempt), std::move(answered));
}
void CurlTransport::run() { multi_->run(); }
const TransportCounts& CurlTransport::counts() const { return multi_->counts(); }

}  // namespace jalon
