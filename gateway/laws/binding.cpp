#include "gateway/laws/binding.hpp"

#include <stdsoap2.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <vector>

extern SOAP_NMAC struct Namespace namespaces[];

namespace cvsgw::laws {
namespace {

// What gSOAP reads from: the canonical bytes of the node that was validated, and nothing else.
size_t receive(struct soap* context, char* buffer, size_t size) {
  auto* rest = static_cast<std::string_view*>(context->user);
  const size_t n = std::min(size, rest->size());
  std::memcpy(buffer, rest->data(), n);
  rest->remove_prefix(n);
  return n;
}

struct Free {
  void operator()(struct soap* context) const { soap_free(context); }
};
using Context = std::unique_ptr<struct soap, Free>;

Context makeContext() {
  Context context(soap_new2(SOAP_ENC_PLAIN | SOAP_XML_STRICT | SOAP_XML_TREE | SOAP_C_UTFSTRING,
                            SOAP_ENC_PLAIN | SOAP_XML_TREE | SOAP_C_UTFSTRING));
  context->frecv = receive;
  context->maxlevel = 32;
  context->maxlength = 4096;
  context->maxoccurs = 1000;
  soap_set_namespaces(context.get(), namespaces);
  return context;
}

// A context is 160 KB: a pool keeps as many as there were calls at once, and the one used last is the
// warmest.
class Pool {
 public:
  Context take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return makeContext();
    Context context = std::move(free_.back());
    free_.pop_back();
    return context;
  }
  void give(Context context) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(context));
  }

 private:
  std::mutex mutex_;
  std::vector<Context> free_;
};

Pool& pool() {
  static Pool instance;
  return instance;
}

}  // namespace

BindingContext::BindingContext(std::string_view body) : soap_(pool().take().release()) {
  soap_->user = new std::string_view(body);
}

BindingContext::~BindingContext() {
  delete static_cast<std::string_view*>(soap_->user);
  soap_->user = nullptr;
  // What was read is freed. Not soap_end: it also clears the tables that soap_begin_recv clears for the next
  // message.
  soap_delete(soap_, nullptr);
  soap_dealloc(soap_, nullptr);
  pool().give(Context(soap_));
}

}  // namespace cvsgw::laws
