//! Words by what they mean, for the learned model. A line begins with the letters of one or several
//! senses, and its words have all of these; `*` at the end stands for any ending. The model counts a word's senses
//! beside the word, so that it knows what to make of words that its examples never had. The senses in
//! small letters are those that danger is told with: what is done (v), with what (w, m), where (j),
//! death (d), bodies (i), fear (f), help (h), ends (e), control (c), children (k) and others (p).

use super::cues::class;

/// The senses that name a feeling or an experience, as bits.
pub const FEELING: u64 = class(b'F');
pub const NAMED: u64 = FEELING | class(b'E') | class(b'H');

pub const SENSES: &str = "\
F abandon* aching alienated alone anger angry anguish* annoyed anxi* ashamed attacked awkward baffled belittled bereft betray* blamed blindsided bummed burdened burned burnt cheated concerned conflicted confused content cornered cross defeated deflated dejected despair* desperat* devastat* disappoint* discouraged disgust* disheartened disillusioned dismiss* disoriented disrespect* distraught distressed drained dread* dumped embarrass* empty enraged envious envy erased excited excluded exhausted exposed failure fearful flat fragile frantic freaked frustrat* fuming furious glad grief griev* grumpy gutted haunted heartbr* heavy* helpless hollow homesick hopeful humiliat* ignored inadequate infuriated insulted irritated isolated jealous* jittery joy judged knackered lonel* longing melancholy miss misses mocked mortified neglected nervous* numb offended outraged overlooked overwhelm* pain pained panic* peaceful peeved pissed powerless pressure* puzzled rage raging rattled rejected relief reliev* remorse* resent* restless robbed sadness shaken shame* shattered shocked shunned sidelined singled spooked stressed stuck suffocated supported swamped threatened thrilled tormented torn touched trapped troubled unappreciated uncared uncertain undermined uneasy unhappy unheard unimportant unloved unseen unsettled unsupported unsure unwanted unwelcome upset vulnerable weary weepy wiped worked worn worri* worthless wounded wrecked wronged yearn*
FXCf afraid scared
FR bitter foolish guilt* hopeless insecure paranoid proud useless
Fv broken crush*
FN depress*
FG done
FX fear frightened hurting terrified
FY fed sick tired
FL forgotten grateful small
FHX hurt
FM invisible
FBc let
FS lost used
FI mad
FE crappy miserable sad tense uncomfortable
Ff petrified
FH stung
FRY stupid
FXf safe unsafe
FV happy
E agonising agonizing amazing appalling awful beyond bleak brutal callous confusing crushing daunting degrading demeaning demoralising demoralizing depressing devastating disappointing disheartening disorienting distressing draining dreadful embarrassing enraging excruciating frightening frustrating galling ghastly grim grinding grueling gruelling gruesome gutting hard harder harsh heartbreaking heartwrenching hellish hideous horrendous horrid horrific horror huge humiliating hurtful infuriating insulting intense intrusive invasive irritating isolating jarring lonely lousy lovely maddening massive messed messy mortifying nauseating nervewracking nightmare oppressive overwhelming painful painfully patronising patronizing raw relentless rotten rough ruthless savage scariest shattering shite shitty shocking sickening soul stifling stinging stressful suffocating surreal terrible terrifying thankless tiring tormenting torture toughest tragic traumatic traumatizing tricky ugly unbearable unfair unjust unkind unnerving unsettling upsetting vile violating wearing wild wonderful wounding wretched
ER bad cold cruel difficult disgusting exhausting horrible impossible insane mean nasty rude weird
EY crap damn hell shit
EM nerve
ERY rubbish
Ef scary
EL tough worrying
ED trying
H ache* bruise* burn burns crushes drains eats gnaw* grates grinds guts hollows kills knock* landed lands rips smart smarts sting stings stinks suck sucks sux tear wear* weigh* wrecks
Hv bite bites breaks shake shakes shook stab*
HBGXi cut
HXi cuts
HS ate
HXCv hit hits
HX hurts
HL tears
M afterthought awake background backup blur bone bones brace bracing carried carries carrying cash chest doormat drowning eggshells floor furniture ghost ground gut gutpunch heart heavy holding hole juggling knot limbo load loop machine maid nerves outsider punch replaying rug second servant shoulder shoulders sinking slap spinning spiral stab stranger taxi tightrope treading void waiting wallpaper walls weight wondering world
ML blow mountain storm
MB kick
Mi stomach teeth
MXi throat
MBi face
MC wall
Me burden
MV carry
MRV lying
Mj edge
MGe last
MD option
L alright anything banter barely bigger bless blessing bright brighter cheer chill chin common crack deal dust easier everything faith fine fish forget fortunate fuss giggle god grand gratitude happen happens harmless hassle heal heals healthy heartbeat jokes just lad lads laugh least life lining luck* matter matters meant meantime merely minor molehill moving normal okay only overreact* overthink* pass passed passes perspective phase plenty positive prayer scheme serious soon starving stress strong stronger strongest sun sunshine sweat teacup teapot thankful thing things tiny weather wee worries worry worse worst young younger
LB move pray relax smile trust
LVQ tomorrow
LDe better
LD best
LP everybody everyone
LU hardly nothing
LR cry dramatic joke silly
LY crying drama
LV calm promise weekend
LBGe end
Le reason
LBDe plan
Lk boys kids little
LIv bit
Ld alive angels heaven
LXCj roof
LQ year
LC laughing
B accept act add address admit adopt apologise apologize apply arrange ask attend avoid bake ban be become begin believe book borrow breathe build buy call change chat check choose chuck clean clear close compare complain concentrate confront contact count create delete deliver demand deny dial distract ditch download dress drink drop dump eat eliminate email encourage enjoy enrol enroll exercise explain file fill find finish fire focus follow forgive freeze get give go google grab grow have hire ignore imagine install invest invite join journal keep label learn link list log look lose lower mail make manage meditate meet mention mute open organise organize paint park pay phone pick play post practice practise prepare print prioritise prioritize push put quit raise reach read record reduce refuse remember remind remove rent replace reply request reschedule research resign respond rest return ring run save say schedule search see seek sell send separate set share show shower sign skip sleep soak speak spend split stand start stop store stretch study sue suggest swap switch take talk tape tell think touch train treat turn unfollow update use visit volunteer wait wash watch wear work wrap write yoga
BG block cancel divorce leave lock pack report
BA bring come cook drive sit
BD consider try
BV cover decide fix limit walk
BGTXZ hang
Bc hide
BAv hold
BVA listen stay
Bd live
BQ march
BT message text
Be note
BI sort
Bw stick
BXv throw
D advice advise alternatively benefit* case considered could essential first helpful helps idea important instead maybe must need needs next options ought perhaps question recommend* should simply solution solve steps strategy suggest* worth
DV step
DA help
R absurd abusive accus* annoying arrogant attention blame blaming bossy brat careless cheap cheeky childish clingy clueless controlling coward crazy crybaby defensive delusional demanding disgrace dishonest dumb entitled exaggerat* fault fool freeloader fussy greedy hypocrite* hysterical idiot* ignorant immature incapable inconsiderate irrational irresponsible jealous jerk lazy leech liar lied lies loser manipulat* martyr moan* monster moody moron nag naive needy negative nosy nuts obsessed oversensitive petty picky pity precious princess psycho pushy queen ridiculous self* sensitiv* shameless snob snowflake soft spoiled spoilt stingy stubborn sulk* tantrum* thick thoughtless touchy toxic two-faced unbelievable ungrateful unreasonable vain victim villain wasting weak whin* wimp wrong
Rk baby
RC embarrassment
RY nagging pathetic
Rv twist*
N abandonment adhd aggressive anxiety attachment autis* avoidant bipolar borderline catastroph* codependent complex control diagnos* disorder ego freak gaslight* hormon* issues menopause mental narcissis* neurotic ocd overthinker passive pattern period pms projecting projection syndrome textbook therapist therapy trauma* triggered
Y arse arsehole ass asshole bastard begging bitch bitching bollocks bs bullshit circus dick enough fuck* games goddamn idiot moaning nonsense piss prick screaming shouting stfu sulking tantrum tantrums whinging whining wtf
YI bloody
V able after argue arguing available boundaries boundary calmer calmly capacity comfortable covering discuss discussing discussion energy fight fighting later lend lending lie limits line part pause policy ready respect respectful respectfully rule rules space tank till unless until when while willing
Vv break
VQ evening hour hours minute minutes morning noon today tonight
VS left
VGQ once
G again bags bin blocked chance consequences disown* doors else ever evict* finished fired lawyer leaves leaving more off otherwise out sacked through warning
GXh police
Gh court door solicitor
Gp landlord
Ge ends final gone
GA over
GX locked locks
Gc key keys
GU never
GC sack
T call* curs* insult* interrupt* messages mock* name names rais* scream* shout* swear* texts threaten* tone voice yell*
TXv abus*
TQ midnight nights
XCd dead death die dying kill*
Xd died dies suicid*
X emergency fears fist fists hanging pills rape* tablets unalive*
Xv assault* attack* beating burn* chok* grab* harm* hitting kick* molest* punch* push* shov* slap* strangl* threat* threw throws touch* violen*
XCv beat beats
Xi ambulance arm arms bleed* blood bruis* cutting mark marks neck wrist*
Xw belt gun knife knives weapon*
Xm noose overdos* rope
Xj bridge jump* rail*
Xf danger* safety
Xh 112 911 988 999 crisis helpline hotline refuge samaritans shelter
Xc stalk*
Cv murder* shoot* shot
C bomb bombed boredom brakes curry deadline destroy destroyed exam gym hay heights hunger laughter lights nail pub road shops slay* spiders traffic
Cp boss
U neither none nor not nowhere without
UZ no
UP nobody
Q ages april august day days december eight eleven february fifty five forty four friday hundred january july june may monday month months night nine november october saturday september seven six sunday ten thirty thousand three thursday tuesday twelve twenty twice two wednesday week weeks years yesterday
P anyone he her hers herself him himself his people she somebody someone their theirs them themselves they who
S began bought came cried did drove fell felt found gave got had heard kept knew made met paid ran said sat saw sent slept spent stood thought told was went were woke wrote
Sm took
Sv broke
A around collect coming dinner fetch here listening offer round tea
AZ hug
I absolutely completely deeply even freaking fucking hella incredibly kind pretty proper properly quite really right so still such super too totally truly utterly very
Z apolog* babe bro darlin darling dear duck dude friend hello hey hi honey hugs hun love luv mate oh pet sis sorry sweetheart sweetie there thinking xx xxx
Zp man
Zk girl
v batter* beaten bitten caned corner* drag* drown* flog* forc* grip* grop* headbutt* held holds hurt* laid lash* lays nack pin pinned poison* raise* rap* smack* smash* spat squeez* swing* swung thrash* thrown tie tied ties whip* yank*
vw cane
w acid axe bat blade* boiling boot boots bottle brick bullet* crowbar cutlass fist* guns hammer hand hands iron jerrycan kerosene kettle lighter machete pan petrol pistol plate* poker razor* rifle scissors shotgun wire
m bathtub bleach exhaust fumes garage gas insulin meds paracetamol pill* sleeping sniper swallow* tablet* toaster tramadol
j balcony canal cliff crossing lake ledge parapet pier platform quarry river terrace track tracks window
d breathing burial coffin exist* funeral grave kms kys living unalive
i belly bled casualty collarbone concussion ear eye finger* fracture* hair head hospital jaw knuckle* leg legs lip mouth nose rib ribs scar scarred scars skull stitches swollen thigh* tooth
f fear* flinch* frighten* terrif*
h 000 101 111 chain cops counsel* doctor injunction neighbo* nurse officer report* restraining safeguard* security worker
e anymore bye date disappear* ended ending forever goodbye letter letters planned planning point vanish* wake
c allow* bag camera* cellar control* escape* follow* gate hid hides hiding lets letting lock* outside passport* spy* track* trapp* watch*
k babies bairn boy child* daughter* girls kid nephew niece son sons toddler* twins
p boyfriend brother* coach dad daddy ex father girlfriend guy husband men mom mother mum mummy partner pastor stepdad stepfather stepmother stepmum uncle wife";
