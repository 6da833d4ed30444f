// A WHERE clause that grows with the criteria that were given; values are only ever bound.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/store/sql.hpp"

namespace cvsgw::store {

class Where {
 public:
  using Value = std::variant<std::string, std::int64_t>;

  /// Adds `condition`, in which `?` stands for `value`: `add("datum >= ?", date.text())`.
  Where& add(std::string_view condition, Value value) {
    values_.push_back(std::move(value));
    std::string numbered(condition);
    numbered.replace(numbered.find('?'), 1, "?" + std::to_string(values_.size()));
    return add(numbered);
  }
  Where& add(std::string_view condition) {
    sql_.append(sql_.empty() ? " WHERE " : " AND ").append(condition);
    return *this;
  }
  template <class T, class Text>
  Where& addIf(const std::optional<T>& value, std::string_view condition, Text&& text) {
    if (value) add(condition, text(*value));
    return *this;
  }
  Where& addIf(const std::optional<std::string>& value, std::string_view condition) {
    if (value) add(condition, *value);
    return *this;
  }

  const std::string& sql() const { return sql_; }
  /// The number of the next parameter behind this clause.
  int nextParameter() const { return static_cast<int>(values_.size()) + 1; }
  void bindTo(Query& query) const {
    int index = 0;
    for (const auto& value : values_) std::visit([&](const auto& v) { query.bind(++index, v); }, value);
  }

 private:
  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace cvsgw::store
