// The least that a first push can be: a bare libcurl multi loop that PUTs ready bodies, so many at once.
// Usage: bench_put_loop CALENDAR_URL FOLDER AT_ONCE; user and password stand in $JALON_SERVER_USER and _PASSWORD.
//
// Each file of the folder is one body, under its own name; each is put on the condition that it is not there yet.
// Prints how many the server stored; ends with 1 where that is not all.
#include <curl/curl.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

struct Body {
  std::string url;
  std::string text;
};

std::vector<Body> read_bodies(const std::string& url, const std::filesystem::path& folder) {
  std::vector<Body> bodies;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    bodies.push_back({url + entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(file), {})});
  }
  std::sort(bodies.begin(), bodies.end(), [](const Body& a, const Body& b) { return a.url < b.url; });
  return bodies;
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) { return size * count; }

class PutLoop {
 public:
  PutLoop(std::vector<Body> bodies, long at_once) : bodies_(std::move(bodies)), multi_(curl_multi_init()) {
    for (const char* line : {"If-None-Match: *", "Content-Type: text/calendar; charset=utf-8", "Expect:"})
      headers_ = curl_slist_append(headers_, line);
    curl_multi_setopt(multi_, CURLMOPT_MAX_HOST_CONNECTIONS, at_once);
    for (long i = 0; i < at_once; ++i) begin(new_handle());
  }
  PutLoop(const PutLoop&) = delete;
  PutLoop& operator=(const PutLoop&) = delete;
  ~PutLoop() {
    curl_multi_cleanup(multi_);
    curl_slist_free_all(headers_);
  }

  std::size_t run() {
    int running = 1;
    while (running > 0) {
      curl_multi_perform(multi_, &running);
      running += take_answers();
      if (running > 0) curl_multi_poll(multi_, nullptr, 0, 1000, nullptr);
    }
    return stored_;
  }

 private:
  CURL* new_handle() {
    CURL* easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "PUT");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(easy, CURLOPT_USERNAME, std::getenv("JALON_SERVER_USER"));
    curl_easy_setopt(easy, CURLOPT_PASSWORD, std::getenv("JALON_SERVER_PASSWORD"));
    return easy;
  }

  // Whether there was another body to send.
  bool begin(CURL* easy) {
    if (next_ == bodies_.size()) {
      curl_easy_cleanup(easy);
      return false;
    }
    const Body& body = bodies_[next_++];
    curl_easy_setopt(easy, CURLOPT_URL, body.url.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.text.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.text.data());
    curl_multi_add_handle(multi_, easy);
    return true;
  }

  // How many requests were begun in the place of those that are done.
  int take_answers() {
    int left = 0, begun = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
      CURL* easy = message->easy_handle;
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      if (status == 201 || status == 204) ++stored_;
      curl_multi_remove_handle(multi_, easy);
      if (begin(easy)) ++begun;
    }
    return begun;
  }

  std::vector<Body> bodies_;
  CURLM* multi_;
  curl_slist* headers_ = nullptr;
  std::size_t next_ = 0, stored_ = 0;
};

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  std::vector<Body> bodies = read_bodies(words[1], words[2]);
  const std::size_t wanted = bodies.size();
  const std::size_t stored = PutLoop(std::move(bodies), std::atol(words[3])).run();
  std::cout << stored << " of " << wanted << " stored\n";
  return stored == wanted ? 0 : 1;
}
