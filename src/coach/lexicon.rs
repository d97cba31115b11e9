//! Words by what they mean, for the learned model. A line begins with the letters of one or several
//! senses, and its words have all of these; `*` at the end stands for any ending. The model counts a
//! word's senses beside the word, so that it knows what to make of words that its examples never had.
//!
//! Senses: feelings (F), experiences (E), what hurts (H), what one is told to do (B), blame (R), comfort
//! (L), limits (V), going for good (G), times and numbers (Q). Around danger (X): what is done (v), with
//! what (w, m), where (j), death (d), bodies (i), fear (f), help (h), ends (e), control (c), children (k)
//! and others (p).

use super::cues::class;
use super::model::{fold, hashed};

/// The senses that name a feeling or an experience, as bits.
pub const FEELING: u64 = class(b'F');
pub const NAMED: u64 = FEELING | class(b'E') | class(b'H');

/// It travels as hashes ([`words`]), which need less room than the words.
#[cfg(not(target_arch = "wasm32"))]
const SENSES: &str = "\
F abandon* aching alienated alone anger angry anguish* annoyed anxi* ashamed attacked awkward baffled belittled bereft betray* blamed blindsided bummed burdened burned burnt cheated concerned conflicted confused content cornered cross defeated deflated dejected depress* despair* desperat* devastat* disappoint* discouraged disgust* disheartened disillusioned dismiss* disoriented disrespect* distraught distressed drained dread* dumped embarrass* empty enraged envious envy erased excited excluded exhausted exposed failure fearful fed flat fragile frantic freaked frustrat* fuming furious glad grief griev* grumpy gutted haunted heartbr* heavy* helpless hollow homesick hopeful humiliat* ignored inadequate infuriated insulted invisible irritated isolated jealous* jittery joy judged knackered lonel* longing lost mad melancholy miss misses mocked mortified neglected nervous* numb offended outraged overlooked overwhelm* pain pained panic* peaceful peeved pissed powerless pressure* puzzled rage raging rattled rejected relief reliev* remorse* resent* restless robbed sadness shaken shame* shattered shocked shunned sick sidelined singled spooked stressed stuck suffocated supported swamped threatened thrilled tired tormented torn touched trapped troubled unappreciated uncared uncertain undermined uneasy unhappy unheard unimportant unloved unseen unsettled unsupported unsure unwanted unwelcome upset used vulnerable weary weepy wiped worked worn worri* worthless wounded wrecked wronged yearn*
FXf afraid safe scared unsafe
FR bitter foolish guilt* hopeless insecure paranoid proud stupid useless
Fv broken crush*
FG done
FX fear frightened hurting terrified
FL forgotten grateful small
FHX hurt
FBc let
FE crappy miserable sad tense uncomfortable
Ff petrified
FH stung
FV happy
E agonising agonizing amazing appalling awful beyond bleak brutal callous confusing crap crushing damn daunting degrading demeaning demoralising demoralizing depressing devastating disappointing disheartening disorienting distressing draining dreadful embarrassing enraging excruciating frightening frustrating galling ghastly grim grinding grueling gruelling gruesome gutting hard harder harsh heartbreaking heartwrenching hell hellish hideous horrendous horrid horrific horror huge humiliating hurtful infuriating insulting intense intrusive invasive irritating isolating jarring lonely lousy lovely maddening massive messed messy mortifying nauseating nerve nervewracking nightmare oppressive overwhelming painful painfully patronising patronizing raw relentless rotten rough ruthless savage scariest shattering shit shite shitty shocking sickening soul stifling stinging stressful suffocating surreal terrible terrifying thankless tiring tormenting torture toughest tragic traumatic traumatizing tricky trying ugly unbearable unfair unjust unkind unnerving unsettling upsetting vile violating wearing wild wonderful wounding wretched
ER bad cold cruel difficult disgusting exhausting horrible impossible insane mean nasty rubbish rude weird
Ef scary
EL tough worrying
H ache* ate bruise* burn burns crushes drains eats gnaw* grates grinds guts hollows kills knock* landed lands rips smart smarts sting stings stinks suck sucks sux tear wear* weigh* wrecks
Hv bite bites breaks shake shakes shook stab*
HBGXi cut
HXi cuts
HXv hit hits
HX hurts
HL tears
L alright anything banter barely best bigger bless blessing blow bright brighter cheer chill chin common crack crying deal drama dust easier everybody everyone everything faith fine fish forget fortunate fuss giggle god grand gratitude happen happens hardly harmless hassle heal heals healthy heartbeat jokes just lad lads laugh laughing least life lining luck* matter matters meant meantime merely minor molehill mountain moving normal nothing okay only overreact* overthink* pass passed passes perspective phase plenty positive prayer scheme serious soon starving storm stress strong stronger strongest sun sunshine sweat teacup teapot thankful thing things tiny weather wee worries worry worse worst young younger
B accept act add address admit adopt apologise apologize apply arrange ask attend avoid bake ban be become begin believe book borrow breathe bring build buy call change chat check choose chuck clean clear close come compare complain concentrate confront consider contact cook count create delete deliver demand deny dial distract ditch download dress drink drive drop dump eat eliminate email encourage enjoy enrol enroll exercise explain file fill find finish fire focus follow forgive freeze get give go google grab grow have hire ignore imagine install invest invite join journal keep kick label learn link list log look lose lower mail make manage meditate meet mention message mute open organise organize paint park pay phone pick play post practice practise prepare print prioritise prioritize push put quit raise reach read record reduce refuse remember remind remove rent replace reply request reschedule research resign respond rest return ring run save say schedule search see seek sell send separate set share show shower sign sit skip sleep soak sort speak spend split stand start stop store stretch study sue suggest swap switch take talk tape tell text think touch train treat try turn unfollow update use visit volunteer wait wash watch wear work wrap write yoga
i belly bled casualty collarbone concussion ear eye finger* fracture* hair head hospital jaw knuckle* leg legs lip mouth nose rib ribs scar scarred scars skull stitches stomach swollen teeth thigh* tooth
Xi ambulance arm arms bleed* blood bruis* cutting mark marks neck throat wrist*
Bi face
e anymore burden bye date disappear* ended ending forever goodbye letter letters planned planning point vanish* wake
V able after argue arguing available boundaries boundary calmer calmly capacity carry comfortable covering discuss discussing discussion energy fight fighting later left lend lending lie limits line part pause policy ready respect respectful respectfully rule rules space step tank till unless until when while willing
RV lying
j balcony canal cliff crossing edge lake ledge parapet pier platform quarry river terrace track tracks window
Ge ends final gone last
LB move pray relax smile trust
LVQ tomorrow
Le better reason
LR cry dramatic joke silly
LV calm promise weekend
LBGe end
LBe plan
Lk boys kids little
Lv bit
Ld alive angels heaven
LXj roof
LQ year
BG block cancel divorce leave lock pack report
BV cover decide fix limit listen stay walk
BGX hang
Bc hide
Bv hold
Bd live
BQ march
Be note
Bw stick
BXv throw
R absurd abusive accus* annoying arrogant attention blame blaming bossy brat careless cheap cheeky childish clingy clueless controlling coward crazy crybaby defensive delusional demanding disgrace dishonest dumb embarrassment entitled exaggerat* fault fool freeloader fussy greedy hypocrite* hysterical idiot* ignorant immature incapable inconsiderate irrational irresponsible jealous jerk lazy leech liar lied lies loser manipulat* martyr moan* monster moody moron nag nagging naive needy negative nosy nuts obsessed oversensitive pathetic petty picky pity precious princess psycho pushy queen ridiculous self* sensitiv* shameless snob snowflake soft spoiled spoilt stingy stubborn sulk* tantrum* thick thoughtless touchy toxic two-faced unbelievable ungrateful unreasonable vain victim villain wasting weak whin* wimp wrong
Rk baby
Rv twist*
Vv break
VQ evening hour hours minute minutes morning noon today tonight
VGQ once
G again bags bin blocked chance consequences disown* doors else ever evict* finished fired lawyer leaves leaving more never off otherwise out over sack sacked through warning
GXh police
Gh court door solicitor
Gp landlord
GX locked locks
Gc key keys
Xv abus* assault* attack* beat beating beats burn* chok* grab* harm* hitting kick* molest* punch* push* shov* slap* strangl* threat* threw throws touch* violen*
Q ages april august day days december eight eleven february fifty five forty four friday hundred january july june may midnight monday month months night nights nine november october saturday september seven six sunday ten thirty thousand three thursday tuesday twelve twenty twice two wednesday week weeks years yesterday
Xd dead death die died dies dying kill* suicid*
X emergency fears fist fists hanging pills rape* tablets unalive*
Xw belt gun knife knives weapon*
Xm noose overdos* rope
Xj bridge jump* rail*
Xf danger* safety
Xh 112 911 988 999 crisis helpline hotline refuge samaritans shelter
Xc stalk*
v batter* beaten bitten broke caned corner* drag* drown* flog* forc* grip* grop* headbutt* held holds hurt* laid lash* lays murder* nack pin pinned poison* raise* rap* shoot* shot smack* smash* spat squeez* swing* swung thrash* thrown tie tied ties whip* yank*
p boss boyfriend brother* coach dad daddy ex father girlfriend guy husband man men mom mother mum mummy partner pastor stepdad stepfather stepmother stepmum uncle wife
m bathtub bleach exhaust fumes garage gas insulin meds paracetamol pill* sleeping sniper swallow* tablet* toaster took tramadol
k babies bairn boy child* daughter* girl girls kid nephew niece son sons toddler* twins
vw cane
w acid axe bat blade* boiling boot boots bottle brick bullet* crowbar cutlass fist* guns hammer hand hands iron jerrycan kerosene kettle lighter machete pan petrol pistol plate* poker razor* rifle scissors shotgun wire
d breathing burial coffin exist* funeral grave kms kys living unalive
f fear* flinch* frighten* terrif*
h 000 101 111 chain cops counsel* doctor injunction neighbo* nurse officer report* restraining safeguard* security worker
c allow* bag camera* cellar control* escape* follow* gate hid hides hiding lets letting lock* outside passport* spy* track* trapp* watch*";

/// The number of places that words are spread over: so many that a word which isn't listed is hardly
/// ever taken for one that is.
const PLACES: u32 = 1 << 20;

/// Where hashes of words begin: chosen so that no two words of the list share a place, and that of
/// the words that are frequent in our cases none meets one of the list that it isn't.
const BASIS: u32 = 125_525;

/// The senses of a word, from the places of the listed ones and their senses.
#[inline(never)]
pub fn senses(words: &[(u32, u64)], word: &[u8]) -> u64 {
    let find = |hash| match words.binary_search_by_key(&fold(hash, PLACES), |word| word.0) {
        Ok(at) => words.get(at).map_or(0, |word| word.1),
        Err(_) => 0,
    };
    let (mut hash, mut senses) = (BASIS, 0);
    for (at, byte) in word.iter().enumerate() {
        hash = hashed(hash, *byte);
        if at > 1 {
            senses |= find(hashed(hash, b'*'));
        }
    }
    senses | find(hash)
}

/// The listed words' places, in their order, and their senses.
#[cfg(not(target_arch = "wasm32"))]
pub fn words() -> Vec<(u32, u64)> {
    let mut words = Vec::new();
    for line in SENSES.lines() {
        let (names, list) = line.split_once(' ').unwrap_or_default();
        let senses = names.bytes().fold(0, |senses, name| senses | class(name));
        for word in list.split(' ') {
            words.push((fold(word.bytes().fold(BASIS, hashed), PLACES), senses));
        }
    }
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_listed_word_is_found_with_its_senses() {
        let words = words();
        let places: std::collections::HashSet<u32> = words.iter().map(|word| word.0).collect();
        assert_eq!(places.len(), words.len());
        for line in SENSES.lines() {
            let (names, list) = line.split_once(' ').unwrap();
            for word in list.split(' ') {
                for name in names.bytes() {
                    let stem = word.trim_end_matches('*').as_bytes();
                    assert!(senses(&words, stem) & class(name) != 0, "{word}");
                }
            }
        }
        assert!(senses(&words, b"abandonment") & FEELING != 0);
    }

    #[test]
    fn other_words_have_none() {
        let words = words();
        let table = "the and with table window chairs seventeen paper garden river";
        for word in table.split(' ').filter(|word| !SENSES.contains(word)) {
            assert_eq!(senses(&words, word.as_bytes()), 0, "{word}");
        }
    }

    #[test]
    fn the_model_holds_the_words() {
        use crate::coach::model::{BYTES, Model};
        assert_eq!(Model::read(BYTES).unwrap().words, words());
    }
}
