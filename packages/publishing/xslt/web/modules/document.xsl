<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one document. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="/" mode="document">
    <xsl:call-template name="frame">
      <xsl:with-param name="title" select="
        string-join((map{'source': 'TEI source', 'facsimile': 'Facsimile'}?($kind),
          string-join(($current/@number[. ne ''] ! (. || '.'), string-join(($current, $model/c:source)/(@title, @date)[. ne ''], ', ')), ' ')), ': ')
        || ' – ' || $plan/@short"/>
      <xsl:with-param name="kind" select="if ($kind eq 'document') then 'letter' else $kind"/>
      <xsl:with-param name="skip" select="'Skip to the document'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="letter">
    <xsl:variable name="tei" select="*"/>
    <div class="page">
      <reading-only><xsl:call-template name="tools"/></reading-only>
      <copy-only>
        <aside class="tools of-copy" aria-label="Views and signs">
          <xsl:call-template name="views"><xsl:with-param name="view" select="'diplomatic'"/></xsl:call-template>
          <xsl:call-template name="signs-of-copy"/>
        </aside>
      </copy-only>
      <main>
        <xsl:call-template name="text"/>
        <reading-only>
          <xsl:call-template name="about-text"><xsl:with-param name="header" select="$tei/teiHeader"/></xsl:call-template>
          <xsl:call-template name="cite"/>
        </reading-only>
        <xsl:call-template name="neighbours"/>
      </main>
      <reading-only>
        <aside class="about" aria-label="About this document">
          <xsl:call-template name="about"><xsl:with-param name="tei" select="$tei"/></xsl:call-template>
        </aside>
      </reading-only>
    </div>
  </xsl:template>

  <!-- The text itself, of the reading and of the diplomatic view. -->
  <xsl:template name="text">
    <xsl:variable name="language" select="f:language(($text/@xml:lang, */@xml:lang, $plan/@lang)[1])"/>
    <article id="text" lang="{$language}" tabindex="-1">
      <xsl:if test="f:direction($language)"><xsl:attribute name="dir" select="f:direction($language)"/></xsl:if>
      <xsl:call-template name="text-of-document"/>
    </article>
  </xsl:template>

  <xsl:template name="text-of-document">
    <xsl:if test="empty($last-of-title)"><header class="heading"><xsl:call-template name="title-of-document"/></header></xsl:if>
    <xsl:apply-templates select="$text/front"/>
    <xsl:apply-templates select="$text/(body | group)" mode="letter"/>
    <xsl:apply-templates select="$text/back"/>
    <xsl:call-template name="notes"/>
  </xsl:template>

  <!-- The heading: number, date line, title, in the order of the document. The title is the page's heading. -->
  <xsl:template match="body | group" mode="letter">
    <xsl:variable name="heading" select="$main/(node()[. &lt;&lt; $last-of-title] | $last-of-title)"/>
    <xsl:choose>
      <xsl:when test="exists($last-of-title)">
        <xsl:apply-templates select="$main/preceding-sibling::node()"/>
        <header class="heading">
          <xsl:apply-templates select="$heading" mode="heading"/>
          <xsl:if test="empty($heading[self::head[@type = 'title']])"><xsl:call-template name="title-of-document"/></xsl:if>
        </header>
        <xsl:apply-templates select="$main/node() except $heading"/>
        <xsl:apply-templates select="$main/following-sibling::node()[not($main/self::body)]"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="node()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="head[@type = 'number']" mode="heading">
    <p class="number"><xsl:apply-templates/></p>
  </xsl:template>
  <xsl:template match="dateline" mode="heading">
    <p class="date-line"><xsl:call-template name="language"/><xsl:apply-templates/></p>
  </xsl:template>
  <!-- Of a title of several lines, each a head, the first names the page. -->
  <xsl:template match="head[@type = 'title']" mode="heading">
    <xsl:variable name="below" select="preceding-sibling::head[@type = 'title']"/>
    <xsl:element name="{if ($below) then 'p' else 'h1'}">
      <xsl:if test="$below"><xsl:attribute name="class" select="'title'"/></xsl:if>
      <xsl:call-template name="language"/>
      <xsl:apply-templates/>
      <xsl:if test="f:furnished(.)">
        <xsl:choose>
          <xsl:when test="$both"><reading-only><xsl:call-template name="callout"/></reading-only></xsl:when>
          <xsl:otherwise><xsl:call-template name="callout"/></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </xsl:element>
  </xsl:template>
  <xsl:template match="node()" mode="heading"><xsl:apply-templates select="."/></xsl:template>

  <!-- How it was handed over stands under the title. -->
  <xsl:template match="head[@type = 'title']//seg" priority="1">
    <span class="under-title"><xsl:apply-templates/></span>
  </xsl:template>
  <!-- Who, to whom, when, by whose hands, after what. -->
  <xsl:template name="about">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="header" select="$tei/teiHeader"/>
    <xsl:variable name="actions" select="$header/profileDesc/correspDesc/correspAction"/>
    <!-- Each row by itself: SaxonJS takes longer to hand two parameters over than to make the row. -->
    <xsl:variable name="rows" as="element()*">
      <xsl:variable name="from" select="$actions[@type = 'sent']/(persName | orgName | name)[f:name(.) ne '']"/>
      <xsl:if test="exists($from)"><div><dt>From</dt><dd><xsl:apply-templates select="$from" mode="correspondent"/></dd></div></xsl:if>
      <xsl:variable name="to" select="$actions[@type = 'received']/(persName | orgName | name)[f:name(.) ne '']"/>
      <xsl:if test="exists($to)"><div><dt>To</dt><dd><xsl:apply-templates select="$to" mode="correspondent"/></dd></div></xsl:if>
      <xsl:for-each select="$actions[@type = 'transmitted']">
        <xsl:choose>
          <xsl:when test="persName[@role = 'handed-to']">
            <div>
              <dt>Handed by</dt>
              <dd><xsl:value-of select="string-join(persName[@role = 'handed-by'] ! f:name(.), ', ')
                || ' to ' || string-join(persName[@role = 'handed-to'] ! f:name(.), ', ')
                || string-join(date[1] ! (', ' || f:date(.)))"/></dd>
            </div>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="through" select="((persName | orgName | name) ! f:name(.), date ! f:date(.))[. ne '']"/>
            <xsl:if test="exists($through)"><div><dt>Through</dt><dd><xsl:value-of select="$through" separator=", "/></dd></div></xsl:if>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:variable name="dates" select="$tei/text/body/descendant::date[@type]"/>
      <xsl:for-each select="'Sent', 'Received', 'Signed'">
        <xsl:variable name="how" select="lower-case(.)"/>
        <xsl:variable name="all" select="($actions[@type = $how]/date, $dates[@type = $how])"/>
        <xsl:variable name="when" select="f:date(($all[normalize-space()], $all)[1])"/>
        <xsl:variable name="when-and-where" select="($when, $actions[@type = $how]/placeName ! f:plain(.))[. ne '']"/>
        <xsl:if test="exists($when-and-where)">
          <div><dt><xsl:value-of select="."/></dt><dd><xsl:value-of select="$when-and-where" separator=", "/></dd></div>
        </xsl:if>
      </xsl:for-each>
      <xsl:variable name="text-basis" select="($header/fileDesc/notesStmt/note[@type = 'text-basis'][1]/@subtype ! f:title-first(translate(., '-', ' ')))[. ne '']"/>
      <xsl:if test="exists($text-basis)"><div><dt>Text basis</dt><dd><xsl:value-of select="$text-basis" separator=", "/></dd></div></xsl:if>
      <xsl:variable name="copy-text" select="(f:without-point(f:plain($header/fileDesc/sourceDesc/bibl[1])))[. ne '']"/>
      <xsl:if test="exists($copy-text)"><div><dt>Copy-text</dt><dd><xsl:value-of select="$copy-text" separator=", "/></dd></div></xsl:if>
      <xsl:variable name="pages-of-the-copy" select="($header/fileDesc/sourceDesc/descendant::biblScope[@unit = 'page'] ! f:plain(.))[. ne '']"/>
      <xsl:if test="exists($pages-of-the-copy)"><div><dt>Pages of the copy</dt><dd><xsl:value-of select="$pages-of-the-copy" separator=", "/></dd></div></xsl:if>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <section aria-labelledby="about-heading">
        <h2 id="about-heading">This document</h2>
        <dl><xsl:sequence select="$rows"/></dl>
      </section>
    </xsl:if>
    <section aria-labelledby="take-heading">
      <h2 id="take-heading">Take away</h2>
      <ul role="list">
        <li><a href="{$here}.xml" type="application/tei+xml" download="{$here}.xml">TEI-XML of this document</a></li>
        <xsl:if test="$offers = 'txt'"><li><a href="{$here}.txt" type="text/plain" download="{$here}.txt">Plain text of this document</a></li></xsl:if>
        <xsl:if test="$offers = 'letters-pdf'"><li><a href="{$here}.pdf" type="application/pdf">PDF of this document</a></li></xsl:if>
        <xsl:if test="$offers = 'pdf'"><li><a href="{$root}volume.pdf" type="application/pdf">Print volume, PDF</a></li></xsl:if>
      </ul>
    </section>
  </xsl:template>

  <!-- Who wrote or was written to, with the way to the page of the register that has all that is known of them. -->
  <xsl:template match="persName | orgName | name" mode="correspondent">
    <xsl:variable name="id" select="f:fragment(@ref)"/>
    <xsl:if test="position() gt 1">, </xsl:if>
    <xsl:for-each select="f:name(.)">
      <xsl:call-template name="registered-name"><xsl:with-param name="id" select="$id"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- What the editors say of the text: its basis, how a number is known, what it answers. -->
  <xsl:template name="about-text">
    <xsl:param name="header" as="element()?"/>
    <xsl:variable name="remarks" select="$header/fileDesc/notesStmt/note"/>
    <xsl:variable name="context" select="$header/profileDesc/correspDesc/correspContext/ref"/>
    <xsl:if test="exists(($remarks, $context))">
      <section class="about-text" aria-labelledby="about-text-heading">
        <h2 id="about-text-heading">About the text</h2>
        <xsl:for-each select="$remarks">
          <p><xsl:apply-templates/></p>
        </xsl:for-each>
        <xsl:for-each select="$context">
          <xsl:variable name="entry" select="f:entry(@target)"/>
          <p>
            <xsl:apply-templates/>
            <xsl:if test="$entry">: <a href="{f:href(@target)}"><xsl:value-of select="string-join(($entry/@number[. ne ''], $entry/@title), ', ')"/></a></xsl:if>
            <xsl:text>.</xsl:text>
          </p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The words before more of a sentence. The point of "U.S.A." is its own. -->
  <xsl:function name="f:without-point" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (ends-with($words, '.') and not(matches($words, '(^|\P{L})\p{Lu}\.$'))) then substring($words, 1, string-length($words) - 1) else $words"/>
  </xsl:function>

  <xsl:function name="f:title-first" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>
</xsl:stylesheet>
