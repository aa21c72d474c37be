<?xml version="1.0" encoding="UTF-8"?>
<!-- The views of a document, each at an address of its own: reading text, diplomatic text, facsimile, TEI source. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!--
    The way from one view to another; on pages that are no document's there is none. What stands before a page's heading
    has a name and no heading of its own.
  -->
  <xsl:template name="views">
    <!-- Which of them this is. -->
    <xsl:param name="view" as="xs:string" select="$kind"/>
    <xsl:if test="$current/self::c:entry or $kind eq 'source'">
      <xsl:variable name="up" select="if ($both) then '' else '../'"/>
      <nav class="views" aria-labelledby="views-heading">
        <p class="tool" id="views-heading">View</p>
        <ul role="list">
          <xsl:for-each select="'document', 'diplomatic', 'facsimile'[($current, $model/c:source)/@facsimile = 'true'], 'source'">
            <li>
              <a href="{$up}{if (. eq 'document') then '' else . || '/'}index.html">
                <xsl:if test=". eq $view"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:value-of select="map{'document': 'Reading text', 'diplomatic': 'Diplomatic', 'facsimile': 'Facsimile', 'source': 'TEI source'}?(.)"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The views that are none of its text. What is said of the document stands with the reading text. -->
  <xsl:template name="view">
    <div class="page">
      <aside class="tools" aria-label="Views">
        <xsl:call-template name="views"/>
      </aside>
      <main>
        <article id="text" tabindex="-1" class="{$kind}-view">
          <header class="heading">
            <xsl:for-each select="($current/@number[. ne ''], $model/c:source/@number)"><p class="number"><xsl:value-of select="."/></p></xsl:for-each>
            <h1><xsl:value-of select="($current, $model/c:source)/@title"/></h1>
          </header>
          <xsl:choose>
            <xsl:when test="$kind eq 'source'">
              <p class="take-source"><a href="../{$model/c:source/@id}.xml" type="application/tei+xml" download="{$model/c:source/@id}.xml">Download the file</a></p>
              <!-- Filled in afterwards, in as many copies of this page as there are documents. -->
              <pre tabindex="0" aria-label="TEI-XML of the document"><code class="source-place"/></pre>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="images"/></xsl:otherwise>
          </xsl:choose>
        </article>
        <xsl:call-template name="neighbours"/>
      </main>
    </div>
  </xsl:template>

  <xsl:template name="signs-of-copy">
    <section aria-labelledby="signs-heading">
      <p class="tool" id="signs-heading">Signs</p>
      <dl class="signs">
        <div><dt><del>ab</del></dt><dd>struck out by the writer</dd></div>
        <div><dt><ins>ab</ins></dt><dd>put in by the writer</dd></div>
        <div><dt>[ ]</dt><dd>supplied by the editors</dd></div>
        <div><dt>{ }</dt><dd>superfluous in the copy</dd></div>
        <div><dt>⟨ ⟩</dt><dd>a gap, with its reason</dd></div>
        <xsl:if test="$text/descendant::app or $text/descendant::choice[*[3] or ancestor::choice]">
          <div><dt>[var.]</dt><dd>another reading</dd></div>
          <div><dt>[i.e.]</dt><dd>how the editors read it</dd></div>
        </xsl:if>
      </dl>
      <p>Readings that the edition emends stand here as the copy has them.</p>
    </section>
  </xsl:template>

  <!--
    The images of the copy, in the order of its pages: those that page breaks point to, else all of the facsimile. Only
    addresses on the web are images here, and are loaded when they come into sight.
  -->
  <xsl:template name="images">
    <xsl:variable name="tei" select="*"/>
    <xsl:variable name="breaks" select="$tei/text/descendant::pb[@facs]"/>
    <xsl:variable name="images" as="element(c:image)*">
      <xsl:for-each select="if ($breaks) then $breaks else $tei/facsimile/descendant::graphic[@url]">
        <xsl:variable name="id" select="substring-after(@facs, '#')"/>
        <xsl:variable name="graphic" select="if (starts-with(@facs, '#')) then $tei/facsimile/descendant::*[@xml:id = $id]/descendant-or-self::graphic[1] else ()"/>
        <c:image url="{($graphic/@url, @facs[not(starts-with(., '#'))], @url, '')[1]}"
          label="{if (self::pb and @n) then 'Page ' || @n else 'Image ' || position()}"/>
      </xsl:for-each>
    </xsl:variable>
    <ol role="list" class="images">
      <xsl:for-each select="$images">
        <li>
          <figure>
            <xsl:choose>
              <xsl:when test="matches(@url, '^https?://[^\s&quot;&lt;>]+$')">
                <a href="{@url}"><img src="{@url}" alt="{@label} of the copy of {($current/@number[. ne ''], $current/@title)[1]}" loading="lazy"/></a>
              </xsl:when>
              <xsl:otherwise><span class="graphic">[image: <xsl:value-of select="@url"/>]</span></xsl:otherwise>
            </xsl:choose>
            <figcaption><xsl:value-of select="@label"/></figcaption>
          </figure>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>
</xsl:stylesheet>
