// A network in memory: answers each attempt by a function, and remembers what was asked.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "dav/http/transport.h"

namespace jalon {

class ScriptedTransport final : public Transport {
 public:
  using Script = std::function<Result<HttpResponse>(const Attempt&)>;
  explicit ScriptedTransport(Script script) : script_(std::move(script)) {}

  void submit(Attempt attempt, Answered answered) override {
    waiting_.emplace_back(std::move(attempt), std::move(answered));
  }
  void run() override {
    while (!waiting_.empty()) {
      auto [attempt, answered] = std::move(waiting_.front());
      waiting_.pop_front();
      asked.push_back(attempt);
      Result<HttpResponse> answer = script_(attempt);
      if (answer) answer->url = attempt.request.url;
      answered(std::move(answer));
    }
  }

  std::vector<Attempt> asked;

 private:
  Script script_;
  std::deque<std::pair<Attempt, Answered>> waiting_;
};

inline HttpResponse answer(int status, std::string body = "", Headers headers = {}) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  response.headers = std::move(headers);
  return response;
}

}  // namespace jalon
