//! Where the memory of the three modules comes from. Blocks have sizes that are powers of two; what
//! is given back waits in a list of its size, and new blocks are cut off the end of the memory.
//!
//! An allocator of our own, because every byte of it travels to each reader, three times: this one
//! is about 400 bytes smaller in brotli than the smallest library that was found to give blocks back.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr::null_mut;

/// The bytes of a page of memory, as a power of two.
const PAGE: u32 = 16;

/// Where pages of memory come from.
pub trait Pages {
    /// So many pages more: the address where they begin; `None` where there are none.
    fn grow(count: usize) -> Option<usize>;
}

/// The allocator. There is one thread, so that nothing guards it.
pub struct Blocks<P> {
    /// For each size the block that was given back last. Each block begins with the address of the
    /// one before it.
    free: [Cell<*mut u8>; usize::BITS as usize],
    /// The memory that was not yet used.
    next: Cell<usize>,
    end: Cell<usize>,
    pages: PhantomData<P>,
}

// There are no threads in the modules.
unsafe impl<P> Sync for Blocks<P> {}

impl<P> Default for Blocks<P> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P> Blocks<P> {
    pub const fn new() -> Self {
        Self {
            free: [const { Cell::new(null_mut()) }; usize::BITS as usize],
            next: Cell::new(0),
            end: Cell::new(0),
            pages: PhantomData,
        }
    }

    /// The list of blocks that a layout asks for, and their size.
    fn list(&self, layout: Layout) -> Option<(&Cell<*mut u8>, usize)> {
        let size = layout.size().max(8).checked_next_power_of_two()?;
        Some((self.free.get(size.trailing_zeros() as usize)?, size))
    }
}

// SAFETY: a block is at least as large as was asked for, begins at a multiple of 8, and is in one
// place only: in use, or in the list of its size, or not yet cut off.
unsafe impl<P: Pages> GlobalAlloc for Blocks<P> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some((list, size)) = self.list(layout).filter(|_| layout.align() <= 8) else {
            return null_mut();
        };
        let block = list.get();
        if !block.is_null() {
            // SAFETY: a block in a list begins with an address, and nobody else writes there.
            list.set(unsafe { block.cast::<*mut u8>().read() });
            return block;
        }
        if self.end.get() - self.next.get() < size {
            let count = (size >> PAGE) + 1;
            let Some(start) = P::grow(count) else {
                return null_mut();
            };
            if start != self.end.get() {
                self.next.set(start);
            }
            self.end.set(start + (count << PAGE));
        }
        let block = self.next.get();
        self.next.set(block + size);
        block as *mut u8
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if let Some((list, _)) = self.list(layout) {
            // SAFETY: the block is no longer in use, and holds at least 8 bytes.
            unsafe { block.cast::<*mut u8>().write(list.get()) };
            list.set(block);
        }
    }
}

/// The memory of a WebAssembly module.
#[cfg(target_arch = "wasm32")]
pub struct Module;

#[cfg(target_arch = "wasm32")]
impl Pages for Module {
    fn grow(count: usize) -> Option<usize> {
        let page = core::arch::wasm32::memory_grow::<0>(count);
        (page != usize::MAX).then_some(page << PAGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// Pages from the machine that tests, at most 64 at once.
    struct Leaked;

    impl Pages for Leaked {
        fn grow(count: usize) -> Option<usize> {
            (count <= 64).then(|| vec![0_u64; count << (PAGE - 3)].leak().as_ptr() as usize)
        }
    }

    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, 8).unwrap()
    }

    #[test]
    fn blocks_never_meet_and_come_back() {
        let blocks = Blocks::<Leaked>::new();
        let used: RefCell<Vec<(usize, usize)>> = RefCell::default();
        let mut state = 3_u64;
        let mut below = |limit: usize| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1);
            (state >> 33) as usize % limit
        };
        for _ in 0..20_000 {
            let mut used = used.borrow_mut();
            if used.len() > 200 || below(3) == 0 && !used.is_empty() {
                let at = below(used.len());
                let (start, size) = used.swap_remove(at);
                // SAFETY: the block came from there, with this layout.
                unsafe { blocks.dealloc(start as *mut u8, layout(size)) };
                continue;
            }
            let most = if below(50) == 0 { 300_000 } else { 600 };
            let size = 1 + below(most);
            // SAFETY: the size is not 0.
            let block = unsafe { blocks.alloc(layout(size)) };
            assert!(!block.is_null());
            let start = block as usize;
            assert_eq!(start % 8, 0);
            for (other, length) in used.iter() {
                assert!(start + size <= *other || other + length <= start);
            }
            // SAFETY: it is ours, with so many bytes.
            unsafe { block.write_bytes(0xAA, size) };
            used.push((start, size));
        }
    }

    #[test]
    fn what_was_given_back_is_used_again() {
        let blocks = Blocks::<Leaked>::new();
        // SAFETY: sizes are not 0, and each block is given back once, with its layout.
        unsafe {
            let first = blocks.alloc(layout(100));
            blocks.dealloc(first, layout(100));
            assert_eq!(blocks.alloc(layout(120)), first);
            assert_ne!(blocks.alloc(layout(120)), first);
        }
    }

    #[test]
    fn what_there_is_no_memory_for_is_refused() {
        let blocks = Blocks::<Leaked>::new();
        // SAFETY: sizes are not 0.
        unsafe {
            assert!(blocks.alloc(layout(65 << PAGE)).is_null());
            assert!(blocks.alloc(layout(isize::MAX as usize - 7)).is_null());
            assert!(!blocks.alloc(layout(1000)).is_null());
        }
    }
}
