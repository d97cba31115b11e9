//! Every word and phrase that the coach knows, as plain text tables: they cost little more than
//! their letters. The definitions come from the five labels (mirror, question, slips, boundary,
//! alarm).

// The tables of `PHRASES`, in their order.
pub const FEELS: u8 = 0;
pub const RETELLS: u8 = 1;
pub const OWNS: u8 = 2;
pub const CHARGES: u8 = 3;
pub const CHECKS: u8 = 4;
pub const TAGS: u8 = 5;
pub const INVITES: u8 = 6;
pub const LEADS: u8 = 7;
pub const FACTS: u8 = 8;
pub const OPENS: u8 = 9;
pub const OPENS_BARE: u8 = 10;
pub const ASKS_SHORT: u8 = 11;
pub const ASKS: u8 = 12;
pub const SHRINKS: u8 = 13;
pub const FIXES: u8 = 14;
pub const TURNS: u8 = 15;
pub const ARGUES: u8 = 16;
pub const LIMITS: u8 = 17;
pub const HARSHENS: u8 = 18;
pub const DANGERS: u8 = 19;
pub const DENIES: u8 = 20;

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
pub const RUNS_ON: u64 = class(b'w');
pub const AFTER_RUNS_ON: u64 = class(b'x');
pub const IF: u64 = class(b'g');
pub const BUT: u64 = class(b't');
pub const ORDERS: u64 = class(b'B') | class(b'a');
// Noticed about a word's place, not listed below.
pub const STARTS: u64 = class(b'^');
pub const QUOTED: u64 = class(b'J');
pub const ASKED: u64 = class(b'K');
pub const CONTENT: u64 = class(b'C');
pub const BACK: u64 = class(b'G');
pub const OWNED: u64 = class(b'O');
pub const DENIED: u64 = class(b'N');

/// The classes of words: a name and the words. A capital or a sign can stand in `PHRASES`.
pub const WORDS: &str = "\
F sad* unhappy upset* hurt* mad angry anger furious livid pissed annoy* irritat* frustrat* disappoint* discourag* devastat* crush* heartbr* grie* lonel* alone abandon* reject* neglect* unloved unwanted unappreciated unheard unseen invisible ignored dismiss* disrespect* betray* humiliat* embarrass* ashamed shame* guilt* worthless useless helpless powerless hopeless lost stuck forgotten trapp* torn confus* overwhelm* stress* exhaust* drain* tired tiring worn burn* worri* worry* anxious anxiety nervous scared scary afraid fear* frighten* terrif* panick* shock* stunned uneasy uncomfortable insecure jealous resent* offended insult* attacked blamed judged numb empty broken defeat* depress* miserable desperate pain* relieved happy excit* proud hopeful excluded vulnerable unsafe unsure gutt* down stupid unsupported pressur* burden* concern* valued small foolish disgust* used shaken exposed fuming
E hard harder tough rough awful unfair horrible terrible brutal crappy lousy harsh heavy difficult infuriating cruel rude bad worst wonderful amazing unbearable rotten
H sucks hurts stings stung stinks sting hurt suck
I so really very just pretty super incredibly extremely totally completely all too kind sort of still even probably already most how only also always
X am are is was were be been being do feel* felt seem* sound* look* get got left made must might may could would will have has had not like a bit little so really very just too that kind of still even probably
B try go ask call talk tell take get quit dump block ignore focus write drink eat look check make set put keep apologize delete send read give leave report sleep buy change sign hire hide
P he she they who somebody dad father mom mum mother husband wife boyfriend girlfriend partner ex brother sister man guy boss
R overreact* dramatic crazy ridiculous selfish lazy irrational unreasonable childish immature paranoid pathetic insane sensitive emotional needy clingy spoiled ungrateful difficult toxic narciss* liar idiot bitch asshole jerk stupid weak exaggerat* lying controlling imagining wrong mean
Y crap shit bullshit drama whin* attitude ridiculous selfish stupid idiot* bitch* asshole lazy childish hell fuck*
V discuss argue fight yell accept tolerate continue talk speak listen stay stand put lend cover lie
S i you he she they we it this that there something anyone your his her my the
A do does did is are was were am have has had can could will would should may might must
O me you him her them us my our your his the
M myself yourself himself herself themselves
T hit* beat beats beating punch* slap* chok* kick* shov* push* grab* smack*
Z afraid scared terrified
Q time day year age color long much many often old far late soon big
$ . ? ,
, ,
s . ?
i it that what he she there here how who where this everything nothing everyone nobody
y so not right being too very
o and but so or okay oh wow ugh yeah yes no well hey hmm um aw man dude babe honey then please maybe just honestly sorry god because though listen now like sure o
c a an the and or but so if than that this these there here it he she they we us i me my mine you your yours him his her them their our is am are was were be been being do does did done have has had will would can could should must to in on at by for from with about into out up down off over as not no yes all any just very really too also more much lot what who how when where why because while okay oh well get got go going let like even still again ever never always one thing* way kind feel felt feeling sound* seem* make made want think know say said see hear sorry please
e happened tell help talk day work good love hope need stop thank* listen yeah hey hm* man dude wahala smh lol tbh tv hr wtf abeg
f el los una por para con pero muy que eso lo tu siento je nous vous les des est pas mais pour tres ich du er der die und nicht ist das mit sehr leid eu voce nao muito io sono che ik niet het een jag inte
r say says said saying tell tells told telling hear heard hears call* instead without like tired sick hate if whether
j lol haha* lmao embarrass* laugh* hilarious
k kill* die dead kms kys
m i we me my
u you your yours
h he she they
n not never no nobody
b know wonder about of to understand see hear tell is was that for like than me you it this
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
hes he is
shes she is
theyre they are
its it is
thats that is
whats what is
whos who is
lets let us
u you
ur your
r are
y why
n and
b be
gonna going to
wanna want to
gotta have to
idk i do not know
dunno do not know
cuz because
cause because
rly really
wat what
wetin what
sux sucks
ok okay
k okay
omg oh
sry sorry
pls please
abeg please
wud would
alot a lot
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
kept keep
heard hear
knew know
children kid
mum mom
mother mom
father dad
tore tear
lonely alone";

/// The phrases, a table for each name above. A line that begins with `-` is an exception: what it
/// overlaps does not count.
///
/// A phrase is words with single spaces. `a/b` is either, `stem*` any ending, `*ed` any beginning,
/// `?a` may be missing, `~` up to four words, `_` one word, `^` the start of a clause, `$` the end
/// of one; a capital letter is a class, `A+` one to six of it and `A*` up to six.
pub const PHRASES: &str = "\
you X+ F
you X+ let/left/shut/pushed/put down/out/aside/behind
you feel/felt/feeling X* E
you feel/felt/must X* *ed
you do/did not ?even matter/count
being/be/was I* F
X/make/makes/making/leave/leaves you ?X X* F
it/that/this X* H you
your/of/hear/see/imagine/how/such/the I* F/E
full of F
no wonder you
makes sense ~ F
would X* F
what a/an I* E/nightmare/mess
slap/punch/kick in/to the
last straw
?a lot to/on carry/handle/deal/take/hold/process/sit/your
F from/by/about/because/and/after
important/matters/means ?so ?a ?much/lot to/for you
E for/on/place/time/spot/situation/position/feeling/day/week/night/thing you/both/$
feel/feels/felt/sounds/sound/seems/must/looks X* F/E
it/that/this/which/day/week/night/all X+ I* F/E
not X* easy/fair/fun
X/such a/an I* E/nightmare/mess/shock/betrayal
like a lot $
^ I* F/E $
so/how I* E
hurts/hurt/upsets/scares/bothers you
it/that/this/which I* H
must/would/had ?have ?to H
-you are not alone
-not/so alone/great
-not I* E
-you X+ I* R
-i am/was/feel/felt/have X* I* F
-i/he/she/they/you am/is/are/was/were ?the X* I* E
-he/she/they/me/my X* I* F
-i/we had ~ E
-i F
-a bad day/mood
-for me
-are you I* F
-do/did you feel
-is/was it E
-how hard/bad is
-do not be I* F
-if you are/feel I* F
-not/stop be/being I* F/E
-be happy/glad for/you
-work/worked/working/try/tried/trying hard
-you will be I* F
-die of

sounds/sound/seems/looks/feels/felt like
it seems/sounds
so you
you X* *ing ?and/to/that/for/on/through/it/about/with/by/not
what i hear/heard/am
i ?can ?hear/heard/get/see/understand/realize that/how/why/what/you you/he/she/they/it/this/that
in other words
it/that makes ?I sense that/to/why/you
i guess you thought/felt/wanted
you ?I feel/felt/wish/want/wanted/hoped/need/needed/expected/believe/think/thought/know/knew/love/missed/see/noticed/worry/wonder/deserve/care/struggle/tried/had/have/been/said/asked/went/stayed/came/heard/lost/trusted
you ?I A not
you would ?I like/love/rather
part of you
on the one/other
-you are ?I not/being/acting/a/the/right/welcome/wrong/brave/lucky/good
-you can/will/could/should/may/must/clearly/might
-you need/want/have to/more
-you do not have/need/understand/care
-you know ?what/how/that ,/i/it/he/she
-you have ?got this/a
-you ?I need
-so you want/think
-you think i/that/this/it/you

i let you/him/her down
i ?I hurt/left/forgot/missed/ignored/broke/snapped/yelled/interrupted/made/said/promised/came/walked/kept/told/take/see
i was ?I late/on
i was not there
i did not
i have ?not been
i should have
you ~ and i

you are ?I I* R
you ?are being/acting/never/always/making
you are ?such a/an/the
you X+ I* R
you ?I started
you made/make me/everything/it
you just/only want
you do/did not ?I care/listen/help/try/even
you have no
you clearly
you should/could have
your own fault

did i get/hear/understand
am i I* right/hearing
is that ?I right/it/true
does that sound/fit
who would/does not

A ?not S $

tell me/us ?a ?little ?bit more/about/what/how/everything/why/all/$
say more
talk to me
help me ?to understand/see
go on $
i would ?love/like to hear/know/understand
i want to ?I hear/know/understand more/what/how/about
?do ?you want/like ?to tell/talk/share
would you ?I like/want/be ?open ?to tell/talk/share
can/could/will you ?please tell/say/share/help/explain/describe/walk ?me ?it ?a ?bit more/what/how/understand/about/through/why/again/$
what is on your
what else
and then $

why A not ?you/i
why do/would/did/are you
why not
how could/dare you
how can you
how about you/we/if/trying/going/asking/talking
what about me/my
what is wrong with
what is your problem
what is the big
what A you ?I expect/want
what if you/we
who do you think
whose fault
have you ?even tried/considered/thought/looked
did you even/try
A not you/it/i/that
are you ?I serious/kidding/joking/done/happy/R
do you ?I really/even/always/ever
do you ?not think i/you/it/that/he/she
can/could/will you ?I just/stop/not/calm
so ?now it is my
should you
and your ~ perfect
maybe ?if you ~ $

what/how Q
when A

what/how/why

what/how/why A/happened

you ?feeling ?doing ?all okay/alright/good/safe $
want me/some/to
need a/some/any/anything/me
any/anything _
A ?not S
who/whose/which/where

do/does/did/are/is/was/were/have you/he/she/they/it
who/whose/which/where A

at least _
be/got/it/had/have/has ?so ?much/way worse
worse/bigger/real things/problems
is/was/are not ?I that bad
not worth crying/it
not/no ?a/such/that ?a big deal/thing
end of the
you will I* be/get/find/feel/survive I* fine/okay/alright/good/over/through/past/someone/another/it/better
it/things/everything/that will I* be/get/pass/work/blow I* fine/okay/alright/better/over/out/$
it/everything/you/she/he is/are ?I going to be I* okay/fine/alright
S is/are fine
it is ?I okay/fine $
this too
things/it get/gets better
happens for a
bright side
silver lining
cheer/chin/man/lighten up
do not be/feel/get/cry/worry/stress I* F/so/like/bad/hard/$/about
do not let ~ get/bother/upset
no need to ?be cry/worry/upset
stop crying/worrying/complaining/overthinking
stop being F
^ I* calm/relax/chill down/out/$
get over it/him/her/yourself
^ ?just let it go
^ ?just move on
^ ?just forget ?about it/him/her
it is/was only/just _ ?_ $
it is only/just a/an
^ I* stay/think positive/strong
stay positive
be ?I grateful/thankful/glad/happy you/for/that
you are lucky
plenty of fish
time heals
give it time
happens/happen to everyone/all/us
we all _
^ all/lots/everyone/everybody ?of _ ?_ fight/do/go/have/fail
everyone/everybody has/feels/goes/gets/does/fails
it is what it is $
that is life
you are not I* a/an bad/terrible/horrible/failure/burden
you are not stupid/ugly/weak $
you are/have ?such a/an ?I great/good/wonderful/strong _
you are ?I strong/amazing/smart
you ?have got this
you can do it
better/harder luck
god ?has ?a ?never plan/gives
sure it/everything/you/they will/is/are/like
overthink*
snap out
nobody/no died/one died
congrats
-at least a/one/once/twice/two/three/four/five/ten/as
-at least i can/could/should
-not be fine/okay
-not have to be
-is it

you should ?I B/be/consider/let/have
^ ?i ?think/guess/say ?that ?maybe you should
you had better
^ you ?I need/have/got to
you ?I need more/to/therapy
you could/can ?always ?just try/ask/talk/tell/call/go/take/use/start/book
you might want/consider
what you need to
^ try/trying _
^ have you tried/considered/thought/looked
^ why do not you
^ why not ?just B
^ how/what/maybe about/if you/trying/going/asking/talking
if i were/was you
i ?would suggest/recommend/advise
my advice
best thing ?is to/you
next time ?, you/try/just/say/tell
make sure
^ let us make/find/figure/fix/start/plan/hire
we should B/make
^ B him/her/them/it/yourself/your/a/an/the/to/some/more/less/that/this/with/on/for/about
^ just B
^ go get/to/take
^ be happy for
stand up to/for
a doctor/therapist/counselor/lawyer $
get some sleep/rest
deep breath
-you should not/never
-you should have/be ?able/proud had
-take your/care/all/as ?time
-tell/talk/call/text/ask/give/make/show/leave/cut ?to me/us
-give him/her/them a break
-keep going/talking
-get/see/put/look/think/make/makes that/it/how/what/your/at/sense
-do you/your/it
-you have to do/go/put/keep/make
-need to get/do
-not go/have/see/know/think/get/make/talk/tell

^ when i was/got/had/lost/went
^ when my
i ?have had the/a/an/that ?same/one/crazy/horrible/rough/bad/long/hard/terrible
i have been there/through
same thing happened
happened/happens/did ~ to me
reminds me
i remember when/my
^ ?me me too
me too $
same here
mine too/is/was/did/last
i have/had ?_ ?like ?that too/with
i _ mine
i hated/lost/failed/did/felt/know ~ too/well/also $
i know ?exactly how you
last year/week/month/night ?, i/my
^ at my ?_ job/work/school
^ my ?own ?old ?last boss/mom/mum/dad/sister/brother/ex/husband/wife/kids/friend/cousin/day/aunt is/was/does/did/had/has/once/never/left/just/forgot/told/hit
what/how about me/my
i wish you would
i am/feel/was I* F too
i am ?also ?I tired/exhausted/stressed/upset/angry $
i feel ?the same
my day
been there $
i used to
i need ~ too
-i too/also hear/see/want/need/know/understand
-i ~ you/your

you are ?just/always/only I* R
you are being/acting _
you sound I* crazy/ridiculous/like
you ?are I* always _
^ you ?just/always never/always/keep
you just/only want/care attention/to/about
you ?I started it/this
you do/did this/it too
you ~ me/too too $
so do/did/are you
you made/make me/everything/it ?feel/sound
you are the one/problem
you do not ?even care/appreciate/listen
you have no idea
you need help/therapy
you should/could ?not have
you asked for
you knew who/what/that
you chose
you know ~ right
you forgot ~ too
own/my/your fault/problem
do not/you blame/put ~ me
nobody asked/told you/me
^ so now i am
^ so i ?am ?never ?always _
you are saying i
the bad/worst guy/person
nothing i do
i never said/did/meant
i did not ?ever say/start/mean/do
i had to
i was ?just ?only joking/kidding/trying/busy/working/texting/checking/worried
just joking/kidding
i do ?I help/listen/try/call/cook/clean
i did ?I tell/call/text/try/help/say/ask
i already said/told/did
i told you
^ i work/am/heard/took listening/too/every/out
but he/she/they/you/i did/meant/might/probably/just/only/had/was/never/always/also
to be fair
not ?think ?he ?she ?they ?even meant/mean it/to
he/she/they probably
maybe he/she/they was/were/is/had/did/just
from his/her/their point
both sides
had/has a point
give ~ a break
that is not ?I true/how
not true
that is ?I wrong/false/ridiculous/nonsense
never happened
this is ridiculous/stupid
actually ?, i/it/you/he/she
actually ,
technically
stop it/lying/exaggerating
^ then stop _
grow up
drama queen
poor you/baby/thing
boo hoo
here we go
this again
^ oh please/great
yeah right
whatever
^ so what
who cares
must be nice
wow ?. thanks
thanks a lot
lol
haha
told you so
what A you expect
how dare
shame on
are you serious/kidding/joking
just like your mother/mom/father/dad
narcissist
i disagree
i do not agree
i was not even
i am I* sick/tired of your/you
so/is perfect
-i did not know/mean that/you/how/it/to ?hurt ,
-i did not do anything to/when
-i did not mean to hurt
-you should not have to
-you could have used
-you always have/feel/end/get/put/carry/clean
-you always do everything/it
-you are not
-not your fault
-you are the one who/doing/carrying has/always/does
-fault that/you/,

i will not/never V
i am not ?I ?going ?to V/willing/able/available/ready/okay/comfortable
not okay/comfortable with
i can not ?I V/think/hear ~ while/when/if/like/until/tonight/right/now/anymore/for/your/straight
i can not talk/keep/do $
i can only
i can listen/talk/stay ?, ~ but/for/until/after/when
i ?could need/use ?to ?I a/some/ten/five/twenty/half/an ?_ ?bit break/time/space/minute/minutes/moment/quiet/hour
i need ?to pause/stop/calm/leave/go/breathe/sleep
i ?also need you to
i will/am ?going ?to ?have ?to step/pause/leave/leaving/hang/walk/take/go a/away/out/up/outside/now/$
i do not want to be
i am willing/happy to
i would ?rather ?like ?to not/pause/stop
let us I* pause/stop/take/talk ?about ?this ?a $/later/tomorrow/when/after/break/and
can/could we I* pause/stop/take/talk ?about ?this a/later/when/tomorrow/$/tonight
do not ?you ?I ?ever ?dare yell/shout/scream/swear/talk/speak/call at/to me
?please stop yelling/shouting/calling/screaming
i have to go ?now $
not tonight
that is ?I not okay $/to/with
that does/will not work
leave me alone
back off
shut up
get out/lost $
go away
or else
or i/we am/will/are ?I leave/done/leaving/gone/out
i/we am/are ?I done ?with $/you
i am leaving you
i am I* sick/tired of your/you/this
i have had enough
fed up with you/your
enough is enough
do not ever
last chance/time
one more time/word
if you ~ ?, i am/will ?I done/leaving/gone/leave/hang/out/moving/never/go
never talk/speak to
put up with
-i will not ?I let/do/be/go/leave/make/keep
-i am not going to make/argue/let/lie
-i need to hear/listen
-put up with so/that/it/him/her/them/a/this

Y
shut up
leave me alone
back off
get out/lost
go away
or else/i/we
i/we am/are ?I done/leaving
sick/tired/enough/fed of/up your/you/with
dare
do not ever
last chance/time
one more
if you ~ ?, i am/will
if you ~ again
never talk/speak/call
with you
you always/never
because you
grow up
like ?i ?am a child/baby/kid

kill*/hurt*/harm*/cut/cutting/burning M
kms/kys/unalive/suicid*/overdos*/strangl*/rape*/raping/molest*/bruise*/stalk*
self harm*
end/ending/take/taking my/your/his/her ?own life
end/ending it all
want* to die
want*/rather ?to be dead
wish* S was/were dead/gone/never
wish* i ~ never ?been born
wish i would/could not/just wake/disappear
better off ?if ?without ?i ?was ?were dead/me/gone
A not want to live/exist/wake
A not want to be alive/here ?anymore
no reason/point to/in be/being/live/living/alive
nothing to live for
not worth living
i can not go on
hang*/shoot M
slit my/her/his
jump off ?a/the/that bridge/roof/building
all my/the/her/his/these pills
P ?just ?even ?always ?also ?sometimes ?ever ?X ?X ?started T O
i/P will/would/could/might/want/wants/am ?I ?going ?to T/kill/hurt O
i/you T/threatened O
hit*/beat*/slaps/hurts/hurting/shakes/shook O ?little baby/kids/kid/children/child/son/daughter
T me/us
hit me ?across/in/last/again $
beat/beats/beating O up
getting/got/been/being hit/beaten/choked
lay*/laid/put/puts ?his/her/a hands/hand on/around
by the throat
throws/threw ~ at me/her/him
sexual*/physically assault*/abus*
touch* O ~ inappropriately
abus* O
abusive P/relationship/home
being abused
threat* ?to ?kill ?hurt ?hit ?take ?beat O/M
a gun/knife
P/you/i ?X ?X ?I ?going ?to kill* O
said/says/swore/told ~ kill/hurt/hit O
tried/trying to kill
Z of O/P/what/going/being
Z ?that P will/would/might/is ?going ?to hurt/hit/kill/do/find/come/take
Z to go/be/come home/alone
Z/fear for my/her/his/their/your life/safety
i/you am/are not safe
not feel safe
not safe at/with/here/around/in
unsafe at/with/around/here
in danger
will not let me leave/out/go
lock* O in/out
feel/felt like T/hurting/killing/hitting O/M
A he/she/they ?ever hit/hurt/hurting/threaten*/hitting/hits O
black eye
broke my arm/nose/rib/ribs/jaw/wrist
-die of/from/laughing/for
-my/the P/coach/teacher/parents X* ?going ?to kill me/us
-kill me ~ late/forget/forgot
-hit* me/you that/up/like/hard/all/how/with/different ?the
-that/it/this beat/beats/hit/hits me/us
-beat* O to/at/in
-push* O to/away/into/too/so
-kick* O out/off
-grabbed O a/some
-T O road/brakes/wall/gym/roof/button/chair/table/door/team/ball/car/bag/keys/phone/deadline
-Z of what people/you/others/the
-Z of O leaving
-Z of being/going/the
-threat* to/me leave/take/with ?divorce
-never/not/nobody ?I hit/hits/hurt/hurts/beat/afraid/scared/terrified/suicidal/abusive/in/going
-would/could never
-bruise* ?my ego/easily

i/we ~ not";
