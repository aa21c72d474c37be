<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the volume: front page, contents, each part of front and back matter. The source is the volume. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="/" mode="matter">
    <xsl:choose>
      <xsl:when test="$here eq ''">
        <xsl:call-template name="frame">
          <xsl:with-param name="title" select="$plan/@title"/>
          <xsl:with-param name="kind" select="'front-page'"/>
          <xsl:with-param name="skip" select="'Skip to the title'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$here eq 'contents'">
        <xsl:call-template name="frame">
          <xsl:with-param name="title" select="'Contents – ' || $plan/@short"/>
          <xsl:with-param name="kind" select="'contents-page'"/>
          <xsl:with-param name="skip" select="'Skip to the contents'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$text">
          <xsl:call-template name="frame">
            <xsl:with-param name="title" select="$current/@label || ' – ' || $plan/@short"/>
            <xsl:with-param name="kind" select="'matter'"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Front page: the title page, and the way in. -->
  <xsl:template name="front-page">
    <xsl:variable name="titles" select="*/text/front/titlePage"/>
    <main class="wrap">
      <article class="title-page" id="text" tabindex="-1" lang="{$plan/@lang}">
        <div>
          <h1>
            <xsl:choose>
              <xsl:when test="$titles//titlePart"><xsl:apply-templates select="($titles//titlePart[@type = 'main'], $titles//titlePart)[1]/node()"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$plan/@title"/></xsl:otherwise>
            </xsl:choose>
          </h1>
          <xsl:for-each select="$titles/descendant::titlePart[@type = 'desc']"><p class="desc"><xsl:apply-templates/></p></xsl:for-each>
        </div>
        <div class="volume">
          <xsl:for-each select="$titles/descendant::titlePart[not(@type = ('main', 'desc'))]">
            <p class="{f:classes(('part', @type[matches(., '^[a-z-]+$')] ! ('part-' || .)), .)}"><xsl:apply-templates/></p>
          </xsl:for-each>
          <xsl:for-each select="$titles/*[not(self::docTitle)]"><xsl:apply-templates select="."/></xsl:for-each>
        </div>
      </article>
      <!-- A correspondence of many years has its timeline in the calendar. -->
      <xsl:for-each select="$model/c:calendar-page[count(c:year) le 6]">
        <xsl:call-template name="timeline"><xsl:with-param name="calendar-page" select="$plan/c:frame/c:link[@of eq 'calendar']/@slug || '/index.html'"/></xsl:call-template>
      </xsl:for-each>
      <div class="columns">
        <section class="contents" aria-labelledby="contents-heading">
          <h2 id="contents-heading"><a href="contents/index.html">Contents</a></h2>
          <xsl:call-template name="list"><xsl:with-param name="full" select="false()"/></xsl:call-template>
        </section>
        <div class="beside">
          <xsl:for-each select="$next">
            <p class="begin"><a href="{f:address(.)}">Begin reading<span class="sr">: <xsl:value-of select="(@label, @title)[1]"/></span></a></p>
          </xsl:for-each>
          <xsl:if test="$since ne ''">
            <section aria-labelledby="changes-heading">
              <h2 id="changes-heading"><xsl:value-of select="('Release ' || $release, 'This release')[. ne 'Release '][1]"/></h2>
              <p><a href="{$changes}/index.html">What has changed since release <xsl:value-of select="$since"/></a></p>
            </section>
          </xsl:if>
          <section aria-labelledby="signs-heading">
            <h2 id="signs-heading">Signs</h2>
            <xsl:call-template name="signs"/>
          </section>
          <section aria-labelledby="take-heading">
            <h2 id="take-heading">Take away</h2>
            <ul role="list" class="take">
              <xsl:if test="$offers = 'pdf'"><li><a href="volume.pdf" type="application/pdf">Print volume</a><span>PDF</span></li></xsl:if>
              <xsl:if test="$offers = 'epub'"><li><a href="volume.epub" type="application/epub+zip" download="volume.epub">Book for reading devices</a><span>EPUB</span></li></xsl:if>
              <li><a href="volume.xml" type="application/tei+xml" download="volume.xml">Encoded front matter and notes</a><span>TEI-XML</span></li>
              <xsl:if test="$offers = 'tei'"><li><a href="tei.zip" type="application/zip" download="tei.zip">All documents encoded, with their schema</a><span>TEI-XML, ZIP</span></li></xsl:if>
              <xsl:if test="$offers = 'txt'"><li><a href="volume.txt" type="text/plain" download="volume.txt">Plain text of the volume</a><span>TXT</span></li></xsl:if>
              <xsl:if test="$offers = 'cmif'"><li><a href="cmif.xml" type="application/tei+xml">Index of the letters for correspSearch</a><span>CMIF</span></li></xsl:if>
              <xsl:if test="$offers = 'json'"><li><a href="calendar.json" type="application/json">Calendar as data</a><span>JSON</span></li></xsl:if>
            </ul>
          </section>
        </div>
      </div>
    </main>
  </xsl:template>

  <!-- What the marks of the reading text mean; only those that occur in lists of this edition need be known before. -->
  <xsl:template name="signs">
    <dl class="signs">
      <div><dt>*</dt><dd>after a title: the document had none; the editors furnished it.</dd></div>
      <div><dt>[ ]</dt><dd>supplied by the editors.</dd></div>
      <div><dt>⟨ ⟩</dt><dd>a gap, with its reason.</dd></div>
      <div><dt>p. 6</dt><dd>in the margin: here a page of the copy begins.</dd></div>
    </dl>
  </xsl:template>

  <xsl:template name="contents-page">
    <main class="wrap narrow">
      <article class="contents" id="text" tabindex="-1">
        <h1>Contents</h1>
        <xsl:call-template name="list"><xsl:with-param name="full" select="true()"/></xsl:call-template>
      </article>
      <xsl:call-template name="neighbours"/>
    </main>
  </xsl:template>

  <!-- Front matter, the calendar of documents, back matter. -->
  <xsl:template name="list">
    <xsl:param name="full" as="xs:boolean"/>
    <xsl:variable name="first" select="$reading/c:entry[1]"/>
    <xsl:variable name="heading" select="*/text/body/div[@type = 'documents']/head"/>
    <ul class="toc" role="list">
      <xsl:apply-templates select="$reading/c:page[not(@slug = 'contents')][not($first) or . &lt;&lt; $first]" mode="list"/>
    </ul>
    <xsl:if test="$first">
      <xsl:element name="{if ($full) then 'h2' else 'h3'}">
        <xsl:value-of select="(f:title-case(f:plain($heading[1]))[. ne ''], 'Documents')[1]"/>
      </xsl:element>
      <ol class="toc" role="list">
        <xsl:apply-templates select="$reading/c:entry" mode="list"><xsl:with-param name="full" select="$full"/></xsl:apply-templates>
      </ol>
      <ul class="toc" role="list">
        <xsl:apply-templates select="$reading/c:page[. >> $first]" mode="list"/>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:page" mode="list">
    <li><span class="fig"/><a href="{f:address(.)}"><xsl:value-of select="@label"/></a></li>
  </xsl:template>
  <xsl:template match="c:entry" mode="list">
    <xsl:param name="full" as="xs:boolean"/>
    <li>
      <span class="fig"><xsl:value-of select="@figure"/></span>
      <a href="{f:address(.)}"><xsl:call-template name="listed-title"/></a>
      <span class="date">
        <xsl:choose>
          <xsl:when test="f:is-day(@when)"><time datetime="{@when}"><xsl:value-of select="@date"/></time></xsl:when>
          <xsl:otherwise><xsl:value-of select="@date"/></xsl:otherwise>
        </xsl:choose>
      </span>
      <xsl:if test="$full and @incipit ne ''"><span class="incipit"><xsl:value-of select="@incipit"/></span></xsl:if>
    </li>
  </xsl:template>
  <xsl:template match="c:entry[@state]" mode="list">
    <li class="preparing">
      <span class="fig"/>
      <span><xsl:value-of select="@title"/><xsl:text> </xsl:text><small>in preparation</small></span>
    </li>
  </xsl:template>

  <!-- A part of front or back matter. -->
  <xsl:template name="part">
    <div class="page">
      <xsl:call-template name="tools"/>
      <main>
        <article id="text" tabindex="-1" lang="{(ancestor-or-self::*/@xml:lang)[last()] ! f:language(.)}" class="part">
          <header class="heading">
            <xsl:apply-templates select="head[1]/preceding-sibling::node()"/>
            <h1>
              <xsl:apply-templates select="head[1]/node()"/>
              <xsl:if test="empty(head)"><xsl:value-of select="$current/@label"/></xsl:if>
            </h1>
          </header>
          <xsl:variable name="rest" select="if (head) then head[1]/following-sibling::node() else node()"/>
          <xsl:choose>
            <xsl:when test="@type = 'notes'">
              <ol class="endnotes" role="list"><xsl:apply-templates select="$rest[self::note]" mode="series"/></ol>
              <xsl:apply-templates select="$rest[not(self::note)]"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="$rest"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="notes"/>
        </article>
        <xsl:call-template name="neighbours"/>
      </main>
    </div>
  </xsl:template>

  <!-- A note of the volume's series, with the documents that call it. -->
  <xsl:template match="note" mode="series">
    <xsl:variable name="planned" select="$lookup?note(string(@xml:id))"/>
    <li id="{@xml:id}">
      <span class="figure"><xsl:value-of select="$planned/@figure"/></span>
      <div class="note-text">
        <xsl:call-template name="note-text"><xsl:with-param name="note" select="."/></xsl:call-template>
        <xsl:for-each select="$planned/c:called">
          <xsl:value-of select="if (position() eq 1) then ' Called in ' else if (position() eq last()) then ' and ' else ', '"/>
          <a href="{$root}letters/{@in}/index.html"><xsl:value-of select="@words"/></a>
          <xsl:if test="position() eq last()">.</xsl:if>
        </xsl:for-each>
      </div>
    </li>
  </xsl:template>
</xsl:stylesheet>
