"""What words of English news mean: dates, countries, counts, names, signs of events, debris."""
