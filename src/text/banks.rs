//! Banks by their names.

/// Banks of Viet Nam as people call them, in small letters.
pub const BANKS: [&str; 16] = [
    "vietcombank",
    "agribank",
    "bidv",
    "vietinbank",
    "techcombank",
    "mb bank",
    "mbbank",
    "sacombank",
    "acb",
    "vib",
    "vpbank",
    "tpbank",
    "hdbank",
    "lpbank",
    "ocb",
    "kienlongbank",
];
