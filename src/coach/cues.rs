//! Every word and phrase that the coach knows, as plain text tables: they cost little more than
//! their letters. The definitions come from the five labels (mirror, question, slips, boundary,
//! alarm).

/// The tables of `PHRASES`, in their order.
#[derive(Clone, Copy, PartialEq)]
pub enum Group {
    Feels,
    Retells,
    Owns,
    Charges,
    Invites,
    AsksShort,
    Checks,
    Leads,
    Shrinks,
    Fixes,
    Turns,
    Argues,
    Limits,
    Harshens,
    Dangers,
    Asks,
    Denies,
    Tags,
}

/// The same, to count through.
pub const GROUPS: &[Group] = &[
    Group::Retells,
    Group::Owns,
    Group::Charges,
    Group::Invites,
    Group::AsksShort,
    Group::Checks,
    Group::Leads,
    Group::Shrinks,
    Group::Fixes,
    Group::Turns,
    Group::Argues,
    Group::Limits,
    Group::Harshens,
    Group::Dangers,
    Group::Asks,
    Group::Denies,
    Group::Tags,
];

/// The bit of a class, by its name.
pub const fn class(name: u8) -> u64 {
    1 << (name & 63)
}

pub const FEELING: u64 = class(b'F');
pub const EXPERIENCE: u64 = class(b'E');
pub const HURTS: u64 = class(b'H');
pub const AUX: u64 = class(b'A');
pub const MARK: u64 = class(b'$');
pub const STOP: u64 = class(b's');
pub const WORD: u64 = class(b'_');
pub const IS_AFTER: u64 = class(b'i');
pub const AFTER_YOURE: u64 = class(b'y');
pub const OPENERS: u64 = class(b'o');
pub const COMMON: u64 = class(b'c');
pub const ENGLISH: u64 = COMMON | FEELING | EXPERIENCE | HURTS | class(b'e');
pub const ELSEWHERE: u64 = class(b'f');
pub const REPORTED: u64 = class(b'r');
pub const JOKING: u64 = class(b'j');
pub const DIE: u64 = class(b'k');
pub const ME: u64 = class(b'm');
pub const YOU: u64 = class(b'u');
pub const OTHERS: u64 = class(b'h');
pub const NOT: u64 = class(b'n');
pub const BEFORE_EMBEDDED: u64 = class(b'b');
pub const ASKING: u64 = class(b'q');
pub const ONE_FACT: u64 = class(b'v');
pub const RUNS_ON: u64 = class(b'w');
pub const AFTER_RUNS_ON: u64 = class(b'x');
pub const IF: u64 = class(b'g');
pub const BUT: u64 = class(b't');
pub const ORDERS: u64 = class(b'B') | class(b'a');
// Noticed about a word's place, not listed below.
pub const STARTS: u64 = class(b'^');
pub const QUOTED: u64 = class(b'Q');
pub const ASKED: u64 = class(b'K');
pub const CONTENT: u64 = class(b'C');
pub const BACK: u64 = class(b'G');
pub const OWNED: u64 = class(b'O');
pub const DENIED: u64 = class(b'N');

/// The classes of words: a name and the words. A capital or a sign can stand in `PHRASES`.
pub const WORDS: &str = "\
F sad* unhappy upset* hurt* mad angry anger furious livid pissed annoy* irritat* frustrat* disappoint* discourag* devastat* crush* heartbr* grie* lonel* alone isolat* abandon* reject* neglect* unloved unwanted unimportant unappreciated unheard unseen invisible ignored dismiss* disrespect* betray* humiliat* embarrass* ashamed shame* guilt* worthless useless helpless powerless hopeless lost stuck forgotten trapp* torn confus* overwhelm* stress* exhaust* drain* tired tiring worn burn* fed worri* worry* anxious anxiety nervous scared scary afraid fear* frighten* terrif* panick* shock* stunned blindsided unsettl* uneasy uncomfortable insecure jealous resent* bitter offended insult* belittl* attacked blamed judged cornered numb empty broken defeat* depress* miserable desperate despair* pain* aching agony relieved happy glad excit* proud hopeful grateful excluded unwelcome homesick vulnerable unsafe unsure conflicted reluctant distrust* regret* wounded gutt* down unfairly unsupported pressur* burden* bothered concern* motivated confident committed appreciated valued cheated robbed small foolish silly awkward dread* disgust* used shaken exposed fuming shattered flat disheart* mourn* betrayal dissed sorrow*
E hard harder tough rough awful unfair horrible terrible brutal crappy shitty lousy harsh heavy intense difficult tricky nerve-wracking infuriating cruel mean rude tragic dreadful rubbish bad worst wonderful amazing awesome lovely hectic daunting bittersweet messed relentless impossible unbearable demoraliz* raw wild insane hellish maddening ugly nasty degrading alarming rotten sickening grim
H sucks sucked hurts hurt stings stung stinks stank blows bites aches cuts
X am are is was were be been being feel* felt seem* sound* look* get gets got left made must might may could would will have has had not also both like a bit little so really very just pretty quite super incredibly extremely totally absolutely completely all too that kind sort of still deeply truly more even such hella freaking fucking damn bloody proper understandably clearly probably already most some how
I so really very just pretty quite super incredibly extremely totally absolutely completely all too that kind sort of still deeply truly more even such hella freaking fucking damn bloody proper understandably clearly probably already most some how
B try go ask call talk tell speak take get quit dump block ignore focus write drink eat consider start find look check see use make set put keep remember apologize apologise report delete send read follow join book schedule avoid give leave confront file hire exercise meditate breathe rest sleep practice practise learn visit contact buy limit cut change choose show add bring wear sign walk think plan do
P he she they who somebody someone dad daddy father mom mum mommy mother husband wife boyfriend girlfriend partner ex stepdad stepfather stepmom uncle aunt brother sister bf gf man guy fiance roommate boss teacher
R overreact* over-react* dramatic crazy ridiculous selfish lazy irrational unreasonable hysterical childish immature paranoid pathetic impossible unfair insane nuts sensitive emotional needy clingy spoiled spoilt ungrateful difficult toxic manipulative narciss* bipolar psycho liar hypocrit* jerk idiot bitch asshole stupid dumb weak baby snowflake exaggerat* lying delusional controlling abusive mental nagging whining silly rude mean wrong mistaken imagining joking kidding defensive twisting
S i you he she they we it this that there something anything someone anyone anybody everyone your his her my the these those
A do does did is are was were am have has had can could will would should may might shall must
Y crap shit bs bullshit drama tantrum* whin* nonsense attitude garbage pathetic crazy ridiculous selfish stupid idiot* psycho bitch* asshole jerk lazy childish brat disgusting liar hell fuck* damn mess games sick drunk insane narciss* toxic loser
V discuss debate argue fight yell shout scream accept tolerate allow continue engage respond answer talk* speak listen stay sit stand put keep have take lend cover defend apologize apologise lie pretend hide read pick drive come go do work pay give help be* let* host babysit meet make hear carry handle fix drop text
D was had did told thought already said have work worked do paid called texted never always tried only just am
$ . ? ,
, ,
s . ?
i it that what he she there here how who where when why this everything something nothing everyone everybody nobody someone all
y so not right being too very really
o and but so or okay oh wow ugh yeah yes no nah well hey hmm um aw aww man dude bro babe hun honey sweetie love mate buddy girl then also please maybe perhaps just honestly sorry damn god jeez shit fuck ouch oof because though anyway look listen now like sure right friend o na
c a an the and or but so if then than that this these those there here it he she they we us i me my mine myself you your yours yourself him his her hers them their our is am are was were be been being do does did done have has had will would can could should must may might shall of to in on at by for from with about into out up down off over under as not no yes all any some just very really too also more most much many lot such what who how when where why which because while okay oh well now get got go going let like even still only again ever never always one thing things something anything everything way kind feel felt feeling sound sounds seem seems make makes made want think know say said see hear sorry please
e what happened tell help time day work people good bad sorry hope love need stop talk why thanks thank hug hugs listen wow ugh yeah hey man dude wahala smh lol oga sha abi pele hm* smh tbh brb pfft psst shh tsk mr mrs dr tv hr nvm wtf btw fyi ngl fr rn grr* argh* ugh* nd th st hmm mm* zzz 911 988 999 112
f el los las una unos por para con pero muy mucho lo que qué eso esto esta está estoy eres tu te mi siento porque cuando como je tu il elle nous vous les des une est suis es pas mais avec pour dans sur tres ca ce cette qui quoi desole ich du er sie wir ihr das der die und nicht ist bin bist war ein eine mit auf fur aber sehr wie warum tut mir dir leid eu voce ele ela nao muito isso uma com mas sinto io lui lei noi sono sei non che molto mi ti di ik jij niet het een wat maar erg voor jag inte det och men hvad ikke jeg ne ben sen bir cok bu ve ja nie to jest sie na bardzo co mimi wewe ni sana pole kwa ya
r say says said saying tell tells told telling hear hearing heard hears called call calls calling shouldnt instead without like tired sick hate if whether
j lol haha hahaha lmao rofl embarrass* mortif* cringe* laugh* hilarious
k kill* die dead kms kys
m i we me my
u you your yours
h he she they
n not never no nobody
b know knew wonder about of to understand see hear tell told imagine is was that matter no for exactly realize realise with like than from in on guess me you it at this
q what how why who whose where when which ever
v time day date year age color colour number name street city long much many often old far late soon big tall fast early
w what how why where who when are did do
x you he she they happened
g if unless
t but
a do not stop if";

/// Spellings written out: missing apostrophes, texting, frequent slips of the finger.
pub const SPELLINGS: &str = "\
cant can not
cannot can not
wont will not
aint is not
im i am
ive i have
ill i will
youre you are
youve you have
youll you will
youd you would
hes he is
shes she is
theyre they are
weve we have
its it is
thats that is
whats what is
whos who is
hows how is
theres there is
lets let us
shouldve should have
couldve could have
musta must have
u you
ya you
yall you all
ur your
ure you are
urself yourself
r are
dey are
y why
n and
b be
gonna going to
doin doing
feelin feeling
talkin talking
wanna want to
gotta have to
lemme let me
gimme give me
kinda kind of
sorta sort of
outta out of
dunno do not know
idk i do not know
cuz because
cause because
becuase because
tho though
rly really
realy really
srsly seriously
wat what
wot what
waht what
wetin what
tht that
abt about
sux sucks
ok okay
k okay
omg oh
sry sorry
tbh honestly
imo i think
hru how are you
pls please
plz please
abeg please
prolly probably
shud should
shd should
wud would
alot a lot
everytime every time
feling feeling
feeing feeling
exausted exhausted
exhuasted exhausted
dissapointed disappointed
dissapointing disappointing
disapointed disappointed
frustated frustrated
overwelmed overwhelmed
embarassed embarrassed
embarassing embarrassing
imma i will
re are
ll will
ve have
d would
m am
s is";

/// Stand-ins for irregular forms, for comparing with the prompt.
pub const STEMS: &str = "\
told tell
said say
left leave
forgot forget
came come
went go
took take
broke break
broken break
spent spend
thought think
kept keep
paid pay
saw see
heard hear
knew know
children kid
kids kid
mum mom
mother mom
father dad
tried try
trying try
cried cry
crying cry
lonely alone";

/// The phrases, a table for each `Group`. A line that begins with `-` is an exception: what it
/// overlaps does not count.
///
/// A phrase is words with single spaces. `a/b` is either, `stem*` any ending, `*ed` any beginning,
/// `?a` may be missing, `~` up to four words, `_` one word, `^` the start of a clause, `$` the end
/// of one; a capital letter is a class, `A+` one to six of it and `A*` up to six.
pub const PHRASES: &str = "\
you ?guys X+ I* F
you both/all X+ F
you X+ let/left/shut/pushed/put down/out/aside
you X+ taken for
you X+ on edge
you X+ like ?a nobody/it/no
you X+ on your own
you feel/felt/feeling X* E
you feel/felt/feeling I* *ed
you do/did not ?even matter
_ was/is/were/are I* E
was/is really/so/just/very F
you can/could not be I* F
feeling/being I* F
okay to be/feel I* F
make/makes/made/making/leave/leaves/left/leaving/got you ?X X* F
made you X* E
it/that/this ?really ?must ?have H you
upset/upsets/scare/scares/scared/worries/bothers/crushed you
your I* F
you ?really miss/missed/hate/hated/love/care
hear/see/sense/notice/understand/imagine/the/how/much the/how/your/some/much/so/that/of I* F/E
how I* F/E ?you
how much this/that/it/must/has ?must ?has H/hurt
lot/full of F
kind of F that
such I* F
the F of/in/you
no wonder you
makes ?I ?a sense ~ F
would ?also ?be/feel I* F too
would have been I* F too
anyone/anybody/everyone would X+ F
would I* F/hurt anyone
what a/an ?I E/nightmare/mess/shock/blow/disaster/loss/relief
slap/punch/kick in/to the
like a betrayal/punch/slap/knife/gut
weighs/weighed/weighing ~ you
sick/tired of being/having/feeling/it/this
at your limit
end of your rope
last straw
lot to carry/handle/deal/take/hold/process/juggle/sit/go/manage
carrying a lot
lot on your
on your ?plate/shoulders $
F from/by/about/because/and
matters/means ?so ?a ?much/lot to you
important to you
E for/on you
E place/time/spot/situation/position/feeling/decision/day/week/night
feel/feels/felt I* F
it/that/this/which/day/week/night/meeting/situation/thing/all X+ I* F/E
not X* easy/fair/fun/cool
sounds/sound/seems/seem/must/looks X* F/E
sounds/is/was/like/been a/an ?I E/nightmare/mess/shock/blow/hell/loss
is/was/sounds ?like ?so/just/a/quite a lot $
^ I+ E/F
^ E/F $
so/how I* E
it/that/this/which X* H
that/this/it/must ?would/will/can sting/hurt/ache/suck
must have H
still H
deserve/deserved better
-you are not alone
-not alone
-you are I* R
-you are being I* R
-you X+ I* R
-i am/was/feel/felt/get/got/have X* I* F
-i am not ~ F
-i/we had ~ E
-i/he/she/they/you am/is/are/was/were X* I* E
-a bad day/mood
-he/she/they X+ I* F
-i F
-me X* F
-my X* F
-for me
-that/it is not I* E
-not that/so I* E
-not a big/huge
-not the end
-the hard/worst part is that i
-are you I* F
-are you feeling/still/really I* F
-do you feel
-did you feel
-is it E
-was it E
-how hard/bad/difficult/tough is
-how hard/bad is/was/can
-makes/made/make me
-no need to ~ F
-do not be/feel/get I* F
-if you are/feel I* F
-not be I* F
-stop being I* F
-work/works/worked/working/try/tried/trying hard
-no hard
-so great
-so F i
-you will be I* F
-you do not seem/look/sound
-great question
-i care
-if you care
-if you love
-if you really

sounds/sound/seems/seem/looks/feels/felt like
it seems/sounds/appears
so you
you are/were saying/telling/asking/thinking/trying/wondering/hoping/looking/wishing/getting/starting/struggling/missing/going/having/dealing/carrying/doing/working/noticing/expecting/counting/waiting/ready/open/willing/interested/aware/used/able/still/left/told
you have been/had
what i hear/heard
what i am hearing
i hear you _ _
i hear that
i ?really ?can/do hear how/what/the
i am hearing
i heard you _
i see ?that/how/why you
i can ?really ?also see/tell/understand/hear/imagine/feel ?that/how/why/what/it you/it/that/this/the/your
i get that
i get how/why/it _
i understand/realize/realise ?that/how/why/what you/it/this/that/your
if i understand/hear/got
if i am hearing
let me see if
let me make sure
in other words
it/that makes ?I sense ?that/to/for/why/you _
makes ?I sense ?that/why you
you ?I feel/felt/feeling/wish/wished/want/wanted/hope/hoped/need/needed/expected/believe/think/thought/figured/realize/know/knew/value/prefer/enjoy/hate/like/love/miss/missed/recognize/understand/see/noticed/doubt/fear/worry/wonder/deserve/care/find/found/consider/struggle/view/remember/dread/trust/worked/tried/try/waited/put/did/had/have/been/said/told/asked/counted/went/gave/stayed/carried/came/ended/heard/spent/lost/got/saw
you ?I do/did/would/could/can/are/were/have/had not
you would ?I like/love/rather/prefer/be
no one/body ~ you
nobody ~ you
part of you
on the one/other hand
it is/was/feels/has ?I ?been important/hard/difficult/easier/challenging/tough/impossible
even though you
although/while/since you
when i/he/she/they _ ~ you
-you are not alone
-you are not a
-you are ?so ?I right/welcome/wrong/going/brave/young/lucky/good/allowed
-you can
-you will
-you could
-you should
-you may
-you might want/need/be/find able/at/more
-you do not have
-you do not need
-you must
-you need to
-you are not the
-you do not understand/care
-you clearly
-i understand how you feel $
-i ?do ?can understand/hear/see/get what you are saying/feeling $
-you know ?what ,
-you know that
-you know people/how/what/i/it/he/she/they
-you see ,
-you see that
-you have ?got this
-you want to B to
-your health/doctor/risk/choice/fault/turn/call
-you think i/that/this/it/nobody
-you think you are/have it
-you two/guys
-so you think
-so you want me
-so now you
-you look
-it seems you
-given that ~ should

i let you down
i hurt you
i ?I left you
i ?I forgot
i was ?I late
i was not there/listening/paying
i did not ?I listen/check/call/show/text/ask/come/notice/help/answer/tell/think/hear/do/keep/include/back/stand/invite/say/make
i ?I ignored
i ?I broke
i ?I missed
i ?I dismissed
i ?I interrupted
i ?I snapped
i ?I yelled
i ?I raised
i ?I made you
i ?I said
i ?I promised
i ?I came
i ?I walked
i ?I hung
i ?I cut
i ?I kept you
i ?I told
i have not been
i have been
i should have
i was on my phone
you ~ and i did not
you ~ and i was not

you are ?also/just/always/only/clearly I* R
you are being I* R
you are a/an/such I* ?a ?an ?_ R
you X+ I* R
you are acting/never/always/making/wrong/lucky
you are the one/problem/reason
you always/never
you ?I started it/this
you did/do this/it/that
you made/make me/everything/it
you just/only want/care
you do not ?even ?ever ?I care/listen/get/know/understand/help/try/appreciate/even
you have no idea/right
you need help
you are full of
you are to blame
you have issues
you clearly/obviously
you should/could have/know
you brought/asked/knew/chose/forgot/act/owe/ruin*/blow/twist
you want everything
you expect me/everyone
you can not ?even/just
you did not ?even bother/try/ask/tell
your ?own problem/fault
you people
shame on
grow up

tell me/us ?a ?little ?bit more/about/what/how/everything/why/all/$
say/share more
talk to me
fill me in
walk/talk/take me through
help me/us ?to understand/see/get
go on $
let me hear
i would ?I love/like/want to hear/know/understand
i want to ?I hear/know/understand more/what/how/about/why
i am curious
i wonder what/how
?do ?you want/wanna/care/like/feel ?like ?to tell/talk/talking/share/vent/say/walk
would you ?I like/want/care/mind/be ?to ?willing ?to ?open tell/talk/share/telling/sharing/talking/say
can/could/will you ?please tell/say/share/walk/help/explain/describe/elaborate ?me ?with ?us ?more ?a ?bit more/what/how/understand/about/through/why/to/$
feel free to share
i am all ears
what is on your mind
what is up with
why do not you tell/share/start
then what $
what else
and then $
how so $
why $

you ?feeling ?doing ?all okay/alright/good/safe $
want me/a/some/to
need a/some/any/anything/me
any _
anything ~ $
everything okay/alright

did i get/hear/understand/miss
am i ?I right/hearing/getting/understanding/close/close/reading/following
is that ?I right/it/accurate/true/fair/close $
is that what/how/why you
does that sound/fit/feel/ring/capture
do i have/understand
have i got/understood
who would not
who does not
how would/could you not
how would/could anyone

why do/would/did/are/were/can ?not you ?not
why do not you
why not
why is it always
why should/am i
how could/dare you
how can you ?even/possibly/just say/do/be/think/not
how come you
how is that/this/it my/not
how was/am i supposed
how many times do/must/have i
how hard can/is
how about you/we/if/trying/going/asking/telling/talking/taking/making/a/just
what about me/my/if/when/all
what is wrong with you
what is your problem/deal/point
what is the big
what is so bad/hard
what did you ?I expect/think/want
what do you want me/from
what do you expect
what am/was i supposed
what more do
what makes you so
what if you/we
what good
what kind of ?a person/mother/mom/father/dad/friend/husband/wife
who do you think
who cares/asked
whose fault
so what $
have you ?I ?even ?not tried/considered/thought/looked/talked/asked/spoken
did you ?I ?even ?not try/consider/think/ever/ask/talk/even
do/should/could/can/are/were/did/have/would not you/it/i/that
do/should/could/can/are/were/did/have/would you not
is/was not it/that/this
are you ?I serious/kidding/joking/blind/crazy/sure/done/happy/being/trying R/to/it/that/about/$
are you serious/kidding/joking
do you ?I really think/need/want/believe
do you ?I even
do you ?I ever think/listen
do you ?I have any idea
do you think i/you ?am/are/might/could/should/may ?a ?not R/made/have/should/just/too/being/maybe/taking/need
do you always
did it ever
would it kill
would it help if you
would you rather
can/could/will you ?I just/stop/not/try/let/calm
is that ?really/supposed my/to
is it ?I my fault
so ?now it is
should you/we
shall we
maybe ?if you
when will you
since when
ever think/thought/considered

^ ?i ?mean ?you at least _
be/got/it/had ?so ?much/way worse
worse things/problems
bigger/real problems
starving kids/children
is/was/are not ?I that bad
not I* serious
not worth crying/getting/being/the
not/no ?a/such/that ?a big deal/thing/$
not the end of the world
you will I* be ?just/totally I* fine/okay/alright/good/better
you will I* get over/through/past
you will I* find someone/another/a
you will I* feel/forget/survive/laugh
it/things/everything will I* be/get/pass/work/blow I* fine/okay/alright/good/better/over/out/$
it/everything/you is/are ?I going to be I* okay/fine/alright/good
it will I* pass
it is ?I okay/fine $
this too
will/shall pass
things/it get/gets better
happens for a reason
bright side
silver lining
cheer/chin up
do not cry/worry/stress
do not be/feel/get I* F/so/like/R/bad
do not let ~ get to/you
do not let it bother/upset/ruin
do not take/make it/a
no/nothing need/to ?to cry/worry/be/get/feel/stress/panic
stop crying/worrying/complaining/overthinking/being F/about/$/so/it
stop crying/worrying/complaining/overthinking
^ ?just ?please calm/relax/chill
need to calm
get over it/him/her/this
over it already/by
should be over
^ ?just ?to let it go
^ ?just ?to move on
to move on
^ ?just forget ?about it/him/her/them
it is ?only/just a/an game/job/dog/cat/phase/joke/meeting/party/test/date/toy/movie/day/birthday/bad/dinner/grade
it is/was only _ $/_
only/just a _ $
it/that is nothing
not that deep
^ ?just ?and stay/think/be/keep positive/strong
be ?more grateful/thankful/patient
count your
lucky to have
lucky you
you are lucky
so much to be
plenty of ?other fish
time heals
give it ?some time
happens/happen to everyone/everybody/all/us
happens all
we all _
^ all _ fight/do/go/have/feel
everyone/everybody has/feels/goes/gets/does
shake it off
suck it up
man/toughen/lighten up
it is what it is
that is life
you are not I* a/an bad/terrible/awful/horrible/failure/burden
you are ?such ?I a/an ?I great/good/amazing/wonderful/strong mom/mum/dad/mother/father/friend/person/parent/woman/man/wife/husband/kid
you are ?I so/very/really strong/tough/amazing/talented/smart
you ?have got this
you can do it
better luck/place
god/he ?has ?a ?is plan
god knows/never
sure it/everything/you will/is ?be
will be/work okay/fine/alright/out
tomorrow is another
sleep it off
fresh start
worry/think too much
overthink*
reading too much
making ?too/such ?much/a ?a big/mountain/of
first world
snap out
nobody/no died/one died
get used to it
good vibes
all good $
^ smile
have faith
-at least a/one/once/twice/two/three/four/five/ten
-at least i can/could/should/owe
-we all need to
-not hard to/for
-not just/only a
-big deal to
-move on to
-not be fine/okay
-it is what it is like
-will be okay with
-be okay if
-not worry you
-do not have to be
-to be strong
-have to be/stay
-you will get/feel ?your/the/no
-do not make a
-is it
-should not have to

you should ?I ?, B/be/stop/not/try/consider/let/have/move
^ ?i ?really ?still think/guess/say/feel/suggest ?that ?maybe you should
^ you should
you ought to
you ?would/had better
^ you ?I need to
^ you ?I ?will have/got to
^ you ?I must B
you could/can ?always ?just try/ask/talk/tell/call/go/take/use/start
you might/may consider/try/want
all/just you/need need/have/to ?to
what you need/should/have to/do
^ try/trying _
^ have you tried/considered/thought/looked/asked
^ did you try
^ why do not you
^ why not ?just B
^ how about you/trying/going/asking/telling/talking/taking/making
^ what/maybe if you
^ can/could not you
^ can/could you could/just
if i were/was you
in your shoes
i ?would suggest/recommend/advise
my advice
a good idea to
it would be ?I good/best/better/wise/helpful/great if/to/for ?you B/to
that/this/it/these would/will/can/could/may/might ?also help you
it is ?I important/best/better/good/necessary that/to/for you/B/to
best thing ?is to/you
next time ?, you/try/just/say/tell/do/ask
make sure
be sure to
here is what
^ let us make/get/find/figure/fix/start/try/set/plan/look/think/work/focus/do
you need/have to ?I B/stop/just/be/move/learn/let/stand
^ B him/her/them/it/yourself/your/a/an/the/to/some/more/less/that/this/with/on/for/about/from/back/away
^ just/go B
^ go get/to
^ do not let/forget/give/listen/eat/text/take/answer
^ stop eating/smoking/drinking/letting
^ please B
stand up to/for
set ?some ?a boundaries/boundary/limits
a doctor/therapist/counselor/lawyer/professional $
seek/get help/therapy
talk to a/your/the/hr/him/her/them ?doctor/therapist/boss $
go to bed
get some sleep/rest/air
^ take a walk/break/bath/vacation/nap
deep breath
the solution/trick/key is
there are ?I many/other/lots/plenty/ways/options/programs
i can give you
let me ?I tell/show/give/explain/share
we can/could/should/need ?to ?I work/try/look/find/start/discuss/set/make
-give him/her/them a break
-you should not/never have ?to ?had
-you should be able/proud
-you should feel/have/know
-take your/care/all/as ?time
-tell/talk/call/text/ask/give/make/show/leave/help/cut ?to me/us
-let me know
-go on/ahead/for
-keep going/talking
-get/see/find/read/put/look/think/make/makes that/it/how/why/what/you/your/the/at/sense/i
-look ,
-think about what you
-do you/your/it
-what you have to
-you have to do/go/put/keep/make
-you can do/take
-you need to get/do
-i will
-if you need to
-do not go/have/see/know/do/think/get/make/use/take/give/say/tell/talk/call/listen/answer
-stop talking
-start over
-quit it/yelling

^ when i was/got/had/lost/went/worked/started/broke/quit/moved
^ when my
i had the ?exact same
i had a/an/that/one ?_ ?_ ?_ too/once/just/like/last
i have had the/a/that/it ?same/worse
i have been there/through
i went through
same thing happened
happened/happens to me
reminds me
i remember when/my/being
^ me too
me too $
same here
mine too/is/was/did/does/never
^ same $/,
i too/also
i ?just once
last year/week/month/night/summer ?, i/my
^ at my ?_ job/work/school/house/place/wedding/office
^ my ?own ?old ?last boss/mom/mum/dad/sister/brother/ex/husband/wife/kid/kids/son/daughter/friend/cousin/job/day/week/aunt/uncle/coworker/grandma/manager is/was/did/does/had/has/also/once/always/never/died/left/went/just/used/would/ditched/forgot/said/told
in my case/experience
for me it
try being/working me/with
^ you think you have/had/got it/a/problems
^ you think yours
what/how about me/my
i wish you would/did/could
i X+ I* ?, F too
i am ?also ?going ?I tired/exhausted/stressed/upset/angry/hurt/busy/through $
i feel ?exactly ?just the same
i feel ?I F when/because/about
i had a ?I ?really long/hard/rough/bad/terrible/horrible/awful/crazy/tough/stressful
my own problems
my day was
i can ?totally ?so relate
i relate
i ~ as well $
been there ?, done
i struggle* with
i used to
i lost my
i got fired
what i did was
worked for me
i ?just ?really want/need you to be
i just want us/to
you should see/hear my
wait until you hear
as someone who
as a mom/mum/dad/parent
nobody ever
i never get/got
-i would ?have ?also be/been/feel
-i too/also hear/see/want/need/know/care/understand/did/forgot/could/should/said/get/think/am/would/will
-i ?just want you/to to/understand/hear/listen/know/make/check/help/support ?feel/know/tell
-i once again
-when i was late/not/on/supposed
-when i got home
-i used to think you

you are ?also/just/always/only/clearly/probably I* R
you are ?I being a/an/I ?I R
you are being I* R
you are acting/lying/mistaken/wrong/blowing/making/imagining/twisting
you sound I* crazy/ridiculous/like/selfish ?your
you ?are ?just ?I always _
^ you never
you just want attention/to/everything
you ?I started it/this
you did/do this/it/the ?same ?to/every/all/too
you did/do too
so do/did/are you
what about you
what about when/all you/the
you made/make me/everything ?feel
you are the one/problem
you only care
you do not care/appreciate/listen
you do not even
you do not know what you
you do not understand me/how/what
you have no idea/right
you have issues/anxiety/depression/trauma
you need help/therapy
you clearly
you should/could ?not have
you brought ?this ?it on/this
you asked for
you knew ?what/that/it i/you/was
you chose
you forgot to
you owe me
your ?own fault/problem
you are to blame
you are not ?the perfect/listening/only
you misunderstood/misheard
you can not take
do not/you blame/yell/start ?at me
blame me/it/it on/for
not my fault/problem/job
everything is my fault
always/all my fault $
is it my fault
^ so it is all
^ so now i am
i am always the
the bad guy
i guess i am
nothing i do
never good enough
i never said/did/meant
i did not ?ever say/start/mean
i did not do anything
i did not know
i did nothing
i had no choice
i had to
i was ?just ?only joking/kidding/trying/busy/working/teasing
just/a a/kidding joke/$
i am not the ?only bad/one/problem
i do ?I help/listen/try/call/cook/clean/care/work/everything
i did ?I tell/call/text/try/help/say/ask
i already said/told/apologized/did
i told you
i said ?i ?was sorry
but i D
but you ?also ?always ?never did/do/said/had/forgot/knew/always/never
but he/she/they ?is ?was did/meant/might/probably/just/only/had/works
but that/it is ?not
to be fair
in his/her/their defense/defence
give him/her/them/me a break
he/she/they ?probably ?just ?did ?not meant/mean/probably
maybe he/she/they was/were/is/are/had/did/has/just
i am sure he/she/they did/has/had/is/was/meant
from his/her/their point/side/perspective
see/on his/her/their side
both sides
he/she/they has/have/had a point
he/she/they is/are/was/were right
that is not ?I true/what
that is not how it
that is not fair to/on him/her/them/me
not true
that is ?I wrong/false/ridiculous/nonsense/bullshit
that is a/on lie/you
that is your ?own problem/fault/choice
never happened
this is ridiculous/stupid
it was not like/me
actually ?, i/it/you/he/she/they
fact/truth is
technically
stop being/lying/acting/exaggerating
stop it
grow up
get a grip
get over yourself
drama queen
the victim
guilt trip*
poor you/baby/thing
boo hoo
cry me/baby/about
smallest violin
here we go
this again
oh please/great
yeah/nice right/sure/try
whatever
^ so what
who cares
^ good for you
must be nice
wow thanks
thanks a lot
congratulations
eyeroll
lol
lmao
haha
told you so
what did you expect
serves you
whose fault
how dare
shame on
are you serious/kidding/joking
look in the mirror
takes two
just like your mother/mom/mum/father/dad
if you had/loved/just/would ?not ?just
if you did/were not
your depression/anxiety/issues/hormones
disorder
hormonal
narcissist
gaslight*
projecting
abandonment/anger/trust issues
i disagree
i do not agree/see
i do not think that is
i was not even
i am I* sick of you/your
i am I* tired of your
-stop it there
-i did not know/mean that/you/how/it/to ?hurt ,
-i did not mean to hurt
-i did not do anything to/when
-you should not have to/had
-you could have used
-you always have/feel/end/get/put/carry/cover/come/clean/pick/cook
-you always do everything/it/all
-you are always the
-you are not crazy/overreacting/being/wrong/alone
-not your fault/problem
-not wrong
-you would
-you are the one who/doing/carrying/holding/left/picking has/always/gets/does/had/everything/it/up
-you are making sense/a
-not true for
-i do not see you/how/what/enough
-you have no idea what/how/if/when/where/why
-if you would like/want/rather
-if you did not have
-your own kids/pace
-was my fault
-it/that is my fault that/you/, $

i will not/never V
i am not going to V
i am not ?I willing/able/available/ready/okay/comfortable/fine ?to ?with V/with/being/when/if/for/right/tonight/until/doing
not okay/comfortable with
i do not feel comfortable
i can not ?I V ~ while/when/if/like/until/tonight/today/right/now/past/after/anymore/every/long/more/for/your
i can not stay/talk/fix/lend/keep/do ?this $
i can only
i can listen/talk/stay ?, ~ but/for/until/at/after/when/tomorrow
i can give you ten/five/twenty/an/half
i could use a
i need ?I a/some/to/us/you/ten/five/twenty/an/the ?_ ?bit break/time/space/minute/minutes/moment/pause/step/stop/slow/think/quiet/lower/calm/leave/go/hour/breathe/sleep/end/speak/talk/to
i need ?to ?it respect/to
i ?also need you to
what i need
i will/am ?going ?to ?have ?need ?to ?I step/stepping/pause/leave/leaving/hang/walk/go ?away out/up/the/for/outside/and/now/$/if
i will ?need ?to take/come a/back ?break
i will end the
i will/am ?going ?to take a
i do not want to be yelled/shouted/spoken/talked/called
i am willing/happy to
i would ?rather ?prefer ?like ?to not/pause/stop
let us ?I pause/stop/take/talk/come ?about ?this ?a $/later/tomorrow/when/after/once/back/break/and/until/at/ten/five
we can talk ?about ?this ?more later/tomorrow/when/after/once/again
can we ?I pause/stop/take/talk a/for/later/when/this/tomorrow/$
do not ?you ?I yell/shout/scream/swear/talk/speak/call/raise/interrupt ?at/to me/your/like
?please stop yelling/shouting/calling/screaming/texting/interrupting/swearing
please lower/speak
i ?I have to go ?now $/at/soon
my limit/boundary
i draw the
not tonight
not available
not up for
it/that is ?I not okay ?to ?for ?when ?with me/you/to/$
that does/will not work for
leave me alone
back off
shut up
get out/lost $
go away
or else
or we are/I done
or i am/will/leave ~ done/leaving/gone/out/never/leave/go/$
or it is over
i/we am/are ?I done ?with $/you
i am leaving you
i am I* sick/tired of your/you/this
i have had enough/it
fed up with you/your
enough is enough
do not you dare
do not ever
last chance/time
one more time/word
if you ~ i am/will ?I done/leaving/gone/leave/hang/never/step/walk/go/take
if you ~ , i am/will ?I done/leaving/gone/leave/hang/never/step/walk/go/take
put up with
never talk/speak/call to/me
-i can not imagine/believe/even/tell
-i will not ?I let/do/be/go/leave/make/keep/have you/it/that/this/late/able/anywhere ?again ?down ?happen
-i am not going to lie/make/argue/defend/let/tell/be/fix/do/go ?excuses/with ?that/your
-i need to hear/listen/do/be/stop/know/say/understand ?better
-i need to think about
-i will go with/get
-i will walk with
-i can listen as
-if you need/want/like
-i deserve that
-do not ever have
-put up with so/that/it/him/her/them/a/this

Y
shut up
leave me alone
back off
get out/lost
go away
or else
or we/i/it are/am/will/leave/is
i/we am/are ?I done
i am leaving you
sick of
tired of your/you
enough of
had it with
fed up
you dare
do not ever
last chance/time
one more
if you ~ i am
if you ~ again
if you ever
i will never
never talk/speak/call
up with you/your
you always/never
when you grow
because you
you people
grow up
like a child/baby/crazy
you are being
acting like
deal with it
your problem

kill/kills/killing/killed myself/yourself/himself/herself/themselves
kms
kys
unalive
suicid*
self harm*
end/ending my/your/his/her ?own life
end/ending it all
take/took/taking my/your/his/her ?own life
want/wants/wanted/wanting to die
want/wants/wanted to be dead
wish/wished i/you/he/she was/were dead/gone/never
wish/wished i ~ never ?been born
wish i would not wake
wish i could ?just disappear
better off/if ?without ?i ?was ?were dead/me/gone
do/does/did not want to live/exist/wake
do/does/did not want to be alive/here ?anymore
no reason/point to/in/being live/living/alive
nothing to live for
not worth living
can not go on ?living ?like ?this ?anymore $
rather be dead
hurt*/harm*/cut/cutting/burning myself/yourself/himself/herself/themselves
overdos*
slit/hang/hanging/shoot my/your/her/his/myself/himself/herself
jump off ?a/the/that bridge/roof/building/balcony
all my/the/her/his/these pills
P ?just ?even ?always ?also ?sometimes hit/hits/beat/beats/punch*/slap*/chok*/strangl*/kicked/kicks/shove*/pushed/pushes/grabbed/smacked me/you/him/her/them/us/my/the/our/your
P is/was/has/keeps/started ?been hitting/beating/punching/slapping/choking/strangling/kicking/shoving me/you/him/her/them/us/my/the/our/your
i/P will/would/could/might/want/wants/am ?I ?going ?to hit/slap/punch/beat/smack/choke/strangle you/him/her/them/me/us
i/you hit/slapped/punched/beat/choked/pushed/shoved/kicked/grabbed/threatened you/me/him/her/them/my/the/us
hit/hits/beat/beats/hitting/beating/slaps/hurts/hurting/shakes/shook/smacks the/my/our/your/their ?little baby/kids/kid/children/child/son/daughter
hits/beats/slaps/chokes/kicks me/us
hit me ?across/in/last/again $/night/the
beat/beats/beating me/her/him/you up
getting/got/been/being hit/beaten/choked
laid/lays/lay/put/puts ?his/her/a hands/hand on/around
throws/threw things/stuff/a/the/it/something ?_ at me/her/the/him
choked/strangled/rape*/raping/molest*
sexual/sexually assault*/abus*
touch/touches/touched/touching her/him/me/my there/inappropriately/daughter/son
abus* me/her/him/us/you/the/my
abusive husband/wife/partner/boyfriend/girlfriend/father/mother/dad/relationship/home/ex
being abused
threaten* to kill/hurt/hit/take/beat/shoot me/you/her/him/the/my/us/himself/herself
threaten* me/her/us/him/you
a gun/knife
with a gun/knife
P/you/i ?am/is/are/was/were/would/will/going ?I ?going ?to kill me/you/us/her/him/them
said/says/swore/told ~ kill/hurt/hit me/you/us/her/him/them/the
tried/trying to kill
kill me if i/we leave/tell/go/try
afraid/scared/terrified/frightened of him/her/them/you/what/going/being
afraid/scared/terrified/frightened P will/would/might/is ?going ?to hurt/hit/kill/do/find/come/take
afraid/scared/terrified to go/be/come home/alone ?with
afraid/scared/terrified/fear for my/her/his/their/your life/safety
i/you am/are not safe
not feel safe
not safe at/with/here/around/in
unsafe at/with/around/here
in danger
will not let me leave/out/go/call
lock/locks/locked me/her/him in/out
feel/felt like hitting/punching/slapping/hurting/killing you/him/her/myself
did/has/does/is he/she/they ?ever hit/hurt/hurting/threaten*/hitting you/the/your
stalk* me/her
bruise*
black eye
broke my arm/nose/rib/ribs/jaw/wrist
quiero morir*
matarme
-die of/from/laughing/for
-boss/mom/mum/dad/mother/father/teacher/coach/wife/husband/sister/brother/roommate/parents/manager/editor X* ?going ?to kill me/us
-kill me ~ late/forget/forgot
-hit/hits me/you that/up/like/hard/all/how/with/different ?the
-beat/beats me/you/us to/at/in
-pushed/pushes/push me/you/him/her/them to/away/into/too/so
-kicked/kicks me/you/him/her/them out/off
-hit/hits/kicked/kicks/pushed/pushes/grabbed/beat/beats the/my/your/our road/brakes/wall/gym/roof/buttons/button/chair/table/door/team/ball/car/bag/keys/phone/deadline
-grabbed me/you/him/her a/some/by
-afraid/scared/terrified of what people/you/others/the ?might ?will ?would ?think/future
-afraid/scared/terrified of you/him/her leaving
-afraid/scared/terrified of being/going
-threaten* to/me leave/take/with ?divorce
-never/not/nobody ?I hit/hits/hurt/hurts/beat/afraid/scared/terrified/suicidal/abusive/in/going
-would/will/could never
-not going to hurt/hit
-bruised/bruise ego/easily
-bruised my ego

A ?not S

i/we ~ not

A ?not S $";
