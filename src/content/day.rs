//! Days, for the dates on which help numbers were last checked. The build reads this file, too.

/// A check that is older than this many days is told to whoever can repeat it.
pub const OLD: i64 = 180;

/// The number of a day as in `2026-11-25`, from 1970-01-01.
///
/// Years begin in March here, so that a leap day is the last of its year.
pub fn number(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let year = if month > 2 { year } else { year - 1 };
    let days = 365 * year + year / 4 - year / 100 + year / 400;
    Some(days + (153 * ((month + 9) % 12) + 2) / 5 + day - 719_469)
}
