# Prints how many member cities each country has, and the newest of them.
arguments <- commandArgs(trailingOnly = TRUE)
site <- if (length(arguments) > 0) arguments[1] else "https://citiesfordigitalrights.org"

# Only an empty cell is missing: NA is also the code of Namibia.
cities <- read.csv(
  paste0(site, "/data/v1/signatories.csv"),
  fileEncoding = "UTF-8-BOM", na.strings = "", stringsAsFactors = FALSE
)

countries <- table(cities$country)
for (country in names(countries)) {
  cat(country, ": ", countries[[country]], "\n", sep = "")
}

day <- as.Date(ifelse(is.na(cities$signed_on), cities$announced_on, cities$signed_on))
newest <- cities[day == max(day), ]
cat("Newest:", paste(sort(newest$name), collapse = ", "), "\n")
cat("Data: Cities Coalition for Digital Rights CC-BY-4.0\n")
