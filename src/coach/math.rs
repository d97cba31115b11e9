//! `exp` and `ln`, near enough for chances, small, and the same on every machine.

/// e to the power of `x`, about 0.0003 off.
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let part = x - whole;
    let rest = 1.0 + part * (0.695_976 + part * (0.224_940 + part * 0.079_084));
    rest * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// The natural logarithm of a number from 1 up, about 0.0002 off.
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let whole = (bits >> 23) as i32 - 127;
    let part = f32::from_bits(bits & 0x7f_ffff | 0x3f80_0000);
    // ln(part) = 2 artanh((part - 1) / (part + 1))
    let ratio = (part - 1.0) / (part + 1.0);
    let square = ratio * ratio;
    let rest = 2.0 * ratio * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square / 7.0)));
    whole as f32 * std::f32::consts::LN_2 + rest
}

#[cfg(test)]
mod tests {
    #[test]
    fn near_enough() {
        for step in -300..300 {
            let x = step as f32 / 20.0;
            assert!((super::exp(x) / x.exp() - 1.0).abs() < 5e-4, "{x}");
            let y = 1.0 + x.abs() * 3.0;
            assert!((super::ln(y) - y.ln()).abs() < 3e-4, "{y}");
        }
    }
}
