${content.date?string("EEEE, d. MMMM yyyy")} ${1234567.5}
