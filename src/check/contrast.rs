//! The contrast of two colors, as the Web Content Accessibility Guidelines reckon it.

/// Red, green and blue, 0 to 255 each.
pub type Color = [u8; 3];

/// From 1 for the same color to 21 for black on white.
pub fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance (WCAG 2.2).
fn luminance(color: Color) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_as_in_the_guidelines() {
        let to_tenths = |one, other| (contrast(one, other) * 100.0).round() / 100.0;
        assert_eq!(to_tenths([0, 0, 0], [255, 255, 255]), 21.0);
        assert_eq!(to_tenths([7, 7, 7], [7, 7, 7]), 1.0);
        // The lightest gray that may carry text on white, and the next one.
        assert_eq!(to_tenths([118, 118, 118], [255, 255, 255]), 4.54);
        assert_eq!(to_tenths([255, 255, 255], [119, 119, 119]), 4.48);
    }
}
