"""The method: values, rules and formulas. No Qt, no database, no clock, no randomness."""
