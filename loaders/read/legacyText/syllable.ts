/** First consonants of a Vietnamese syllable; "qu" and "gi" are read before their vowels. */
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx])/;

/** Vowels with the consonants that may close them, tones taken off. */
const RIMES: ReadonlySet<string> = new Set(
  (
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
    "y yêm yên yêng yêt yêu o oc oi om on ong op ot oa oai oac oach oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt " +
    "oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut " +
    "uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh uyt uyu " +
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
  ).split(" ")
);
/** What may follow "qu": the same vowels without their u. */
const AFTER_QU = /^[aăâeêiyơ]/;
const VOWELS = /^[aăâeêioôơuưy]+/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
/** Syllables closed by a stop have the tones sắc and nặng only. */
const STOPPED = /(?:ch|[cpt])$/;
const STOP_TONE = /[\u0301\u0323]/;
const CASED = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/**
 * True if the word (NFC) is spelt as a Vietnamese syllable: onset, rime and tone that go together, the tone where one of the two
 * spellings in use puts it (hoà, hòa), in small letters, with a capital first, or in capitals throughout. It need not exist.
 */
export function isSyllable(word: string): boolean {
  if (word.length > 8 || !CASED.test(word)) return false;
  const letters = Array.from(word.toLowerCase(), (letter) => letter.normalize("NFD"));
  const toned = letters.flatMap((letter, index) => (TONE.test(letter) ? [index] : []));
  if (toned.length > 1) return false;
  const [at] = toned;
  const plain = letters.map((letter) => letter.replace(TONE, "").normalize("NFC")).join("");
  if (STOPPED.test(plain) && !(at !== undefined && STOP_TONE.test(letters[at] ?? ""))) return false;
  return parts(plain).some(({onset, rime}) => RIMES.has(rime) && (at === undefined || bears(rime, at - onset)));
}

/** Ways to cut a syllable: how long its onset is, and its rime. "gì" and "giếng" keep the i of "gi" in their vowels. */
function parts(plain: string): {onset: number; rime: string}[] {
  const onset = ONSET.exec(plain)?.[0] ?? "";
  const rime = plain.slice(onset.length);
  if (onset === "qu") return AFTER_QU.test(rime) ? [{onset: 2, rime}] : [];
  const cut = {onset: onset.length, rime};
  return onset === "gi" ? [cut, {onset: 1, rime: `i${rime}`}] : [cut];
}

/** True if the letter of the rime may carry its tone. */
function bears(rime: string, at: number): boolean {
  const vowels = VOWELS.exec(rime)?.[0] ?? "";
  const marked = Math.max(...Array.from("ăâêôơư", (letter) => vowels.lastIndexOf(letter)));
  if (marked >= 0) return at === marked;
  const isClosed = rime.length > vowels.length;
  if (vowels.length === 1 || isClosed) return at === vowels.length - 1;
  if (vowels.length === 3) return at === 1;
  return at === 0 || (at === 1 && /^(?:oa|oe|uy)$/.test(vowels));
}
