//! A cache of the parts of the bundle, each of which is requested once. The entry point is
//! [`PartCache`].

use super::once::Once;
use super::platform::bundle::{LoadError, fetch};
use api::Table;
use catalogue::bundle::{self, BundleError, Part};
use catalogue::{DisputedClaim, DocumentText, FeatureText, NameList, Pep, Sample};
use explain::Messages;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::rc::Rc;

/// The parts that have been loaded or are being loaded. Clones share the same cache.
#[derive(Clone)]
pub(crate) struct PartCache(Rc<Kept>);

/// Fetches the bytes of a part by its path.
type Fetch = fn(String) -> LocalBoxFuture<'static, Result<Vec<u8>, LoadError>>;

struct Kept {
    slots: Slots,
    requests: Once<LoadError>,
    fetch: Fetch,
}

/// The loaded parts of each type.
#[derive(Default)]
pub(super) struct Slots {
    names: Slot<NameList>,
    excerpts: Slot<Vec<String>>,
    peps: Slot<Vec<Pep>>,
    samples: Slot<Vec<Sample>>,
    disputed: Slot<Vec<DisputedClaim>>,
    feature_texts: Slot<Vec<FeatureText>>,
    document_texts: Slot<DocumentText>,
    tables: Slot<Table>,
    messages: Slot<Messages>,
}

/// The loaded parts of one type, by path.
pub(super) struct Slot<T>(RefCell<Vec<(String, Rc<T>)>>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Slot<T> {
    fn get(&self, path: &str) -> Option<Rc<T>> {
        let parts = self.0.borrow();
        let (_, part) = parts.iter().find(|(known, _)| known == path)?;
        Some(part.clone())
    }

    fn put(&self, path: String, value: T) {
        self.0.borrow_mut().push((path, Rc::new(value)));
    }
}

/// The content of a part.
pub trait Holdable: DeserializeOwned + 'static {
    /// The slot for parts of this type.
    #[expect(private_interfaces, reason = "only this file asks")]
    fn slot(slots: &Slots) -> &Slot<Self>;
}

/// Implements [`Holdable`] for types with the name of their slot.
macro_rules! holdable {
    ($($type:ty: $slot:ident),+ $(,)?) => {
        $(impl Holdable for $type {
            #[expect(private_interfaces, reason = "only this file asks")]
            fn slot(slots: &Slots) -> &Slot<Self> {
                &slots.$slot
            }
        })+
    };
}

holdable! {
    Messages: messages,
    NameList: names,
    Vec<String>: excerpts,
    Vec<Pep>: peps,
    Vec<Sample>: samples,
    Vec<DisputedClaim>: disputed,
    Vec<FeatureText>: feature_texts,
    DocumentText: document_texts,
    Table: tables,
}

/// A part whose type is erased: its file, and the function that decodes it into its slot.
#[derive(Clone)]
pub struct AnyPart {
    /// Relative to the bundle's folder.
    pub path: String,
    decode: fn(&Slots, String, &[u8]) -> Result<(), LoadError>,
}

impl AnyPart {
    /// Erases the type of a part.
    pub fn new<T: Holdable>(part: Part<T>) -> Self {
        Self {
            path: part.path,
            decode: decode::<T>,
        }
    }
}

fn decode<T: Holdable>(slots: &Slots, path: String, bytes: &[u8]) -> Result<(), LoadError> {
    T::slot(slots).put(path, bundle::decode(bytes)?);
    Ok(())
}

impl Default for PartCache {
    fn default() -> Self {
        Self::fetching(|path| Box::pin(fetch(path)))
    }
}

/// Two handles are equal if they share the same cache.
impl PartialEq for PartCache {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl PartCache {
    fn fetching(fetch: Fetch) -> Self {
        Self(Rc::new(Kept {
            slots: Slots::default(),
            requests: Once::default(),
            fetch,
        }))
    }

    /// A part, if it has been loaded.
    pub(crate) fn kept<T: Holdable>(&self, part: &Part<T>) -> Option<Rc<T>> {
        T::slot(&self.0.slots).get(&part.path)
    }

    /// Whether a part has been loaded by [`PartCache::load`].
    pub(super) fn has_loaded(&self, path: &str) -> bool {
        self.0.requests.is_done(path)
    }

    /// Loads a part unless it has been loaded. If it is being loaded, this waits for the
    /// pending request. After a failure, the request is repeated.
    ///
    /// # Errors
    ///
    /// If the part cannot be fetched or decoded.
    pub(super) async fn load(&self, part: AnyPart) -> Result<(), LoadError> {
        let key = part.path.clone();
        let kept = self.0.clone();
        let request = async move {
            let AnyPart { path, decode } = part;
            let bytes = (kept.fetch)(path.clone()).await?;
            decode(&kept.slots, path, &bytes)
        };
        self.0.requests.run(&key, Box::pin(request)).await
    }

    /// As [`PartCache::load`], but returns the part.
    ///
    /// # Errors
    ///
    /// If the part cannot be fetched or decoded.
    pub(super) async fn get_or_load<T: Holdable>(&self, part: Part<T>) -> Result<Rc<T>, LoadError> {
        if let Some(kept) = self.kept(&part) {
            return Ok(kept);
        }
        let slot = T::slot(&self.0.slots);
        let path = part.path.clone();
        self.load(AnyPart::new(part)).await?;
        let value = slot.get(&path);
        value.ok_or(LoadError::Unreadable(BundleError::NotABundle))
    }

    /// Adds a part that does not have to be loaded.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn put<T: Holdable>(&self, part: Part<T>, value: T) {
        T::slot(&self.0.slots).put(part.path, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::bundle::{excerpts, samples};
    use futures_util::future::join;
    use std::cell::Cell;

    thread_local! {
        static FETCHED: Cell<usize> = const { Cell::new(0) };
        static IS_DOWN: Cell<bool> = const { Cell::new(false) };
    }

    /// The bytes of a part with an empty list.
    fn empty_list() -> Vec<u8> {
        let payload = [0];
        let checksum = crc32fast::hash(&payload).to_le_bytes();
        let schema = bundle::SCHEMA.to_le_bytes();
        [b"WNPY", &schema[..], &checksum, &payload].concat()
    }

    /// Returns an empty list on the second poll, and counts the requests.
    fn fetch(_path: String) -> LocalBoxFuture<'static, Result<Vec<u8>, LoadError>> {
        FETCHED.set(FETCHED.get() + 1);
        Box::pin(async {
            tokio::task::yield_now().await;
            if IS_DOWN.get() {
                return Err(LoadError::Unreachable);
            }
            Ok(empty_list())
        })
    }

    fn run<T>(test: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        runtime.expect("a runtime").block_on(test)
    }

    fn part() -> AnyPart {
        AnyPart::new(excerpts())
    }

    #[test]
    fn concurrent_loads_share_one_request() {
        run(async {
            let cache = PartCache::fetching(fetch);
            let outcome = join(cache.load(part()), cache.load(part())).await;
            assert_eq!(outcome, (Ok(()), Ok(())));
            let value = cache.kept(&excerpts()).expect("the excerpts");
            assert_eq!(cache.load(part()).await, Ok(()));
            assert_eq!(FETCHED.get(), 1);
            assert!(Rc::ptr_eq(
                &value,
                &cache.kept(&excerpts()).expect("the same excerpts")
            ));
            assert!(cache.has_loaded(&excerpts().path));
            assert!(cache.kept(&samples()).is_none());
        });
    }

    #[test]
    fn dropping_a_load_does_not_cancel_the_request() {
        run(async {
            let cache = PartCache::fetching(fetch);
            let mut dropped = Box::pin(cache.load(part()));
            assert!(futures_util::poll!(&mut dropped).is_pending());
            drop(dropped);
            assert_eq!(cache.load(part()).await, Ok(()));
            assert_eq!(FETCHED.get(), 1);
        });
    }

    #[test]
    fn a_failed_request_is_repeated_by_the_next_load() {
        run(async {
            let cache = PartCache::fetching(fetch);
            IS_DOWN.set(true);
            let both = join(cache.load(part()), cache.load(part())).await;
            let failed = || Err(LoadError::Unreachable);
            assert_eq!(both, (failed(), failed()));
            assert_eq!(FETCHED.get(), 1);
            IS_DOWN.set(false);
            assert_eq!(cache.load(part()).await, Ok(()));
            assert_eq!(FETCHED.get(), 2);
        });
    }
}
